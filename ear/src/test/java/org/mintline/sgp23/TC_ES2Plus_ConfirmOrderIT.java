package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** ES2+.ConfirmOrder and ES2+.ReleaseProfile (SGP.23, clauses 4.3.2 and 4.3.4). */
@ExtendWith(ServerExtension.class)
class TC_ES2Plus_ConfirmOrderIT {
    private static final String EID = "89049032123451234512345678901235";
    private static final String OTHER_EID = "89049032123451234512345678901332";

    private final SimulatedOperator operator;

    TC_ES2Plus_ConfirmOrderIT(RunningServer server) {
        operator = SimulatedOperator.at(server);
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_01_Nominal() throws Exception {
        String iccid = ordered();

        JsonNode answer = Answers.executed(confirm(request(iccid, true)));

        assertThat(answer.path("matchingId").asText()).matches("[0-9A-Z-]+");
        JsonNode profile = operator.profile(iccid);
        assertThat(profile.at("/profile/state").asText()).isEqualTo("RELEASED");
        assertThat(profile.path("activationCode").asText())
                .startsWith("LPA:1$")
                .contains("$" + answer.path("matchingId").asText());
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_Error_01_Unknown_Profile() throws Exception {
        Answers.failed(confirm(request(SimulatedOperator.unknownIccid(), true)), "8.2.1", "3.9");
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_Error_02_Profile_Available() throws Exception {
        Answers.failed(confirm(request(operator.profileInStock(), true)));
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_Error_03_Conflicting_MatchingID() throws Exception {
        String matchingId = "SGP23-CONFLICT";
        Answers.executed(confirm(request(ordered(), true).put("matchingId", matchingId)));

        Answers.failed(confirm(request(ordered(), true).put("matchingId", matchingId)), "8.2.6", "3.3");
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_Error_04_Incorrect_SmdsAddress() throws Exception {
        Answers.failed(
                confirm(request(ordered(), true).put("eid", EID).put("smdsAddress", "unreachable.invalid")),
                "8.9",
                "5.1");
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_Error_05_Missing_EID_Empty_MatchingID() throws Exception {
        Answers.failed(confirm(request(ordered(), true).put("matchingId", "")), "8.1.1", "2.2");
    }

    @Test
    void TC_ES2Plus_ConfirmOrder_Error_06_Different_EID() throws Exception {
        String iccid = operator.profileInStock();
        Answers.executed(operator.call(
                "downloadOrder", SimulatedOperator.request().put("iccid", iccid).put("eid", EID)));

        Answers.failed(confirm(request(iccid, true).put("eid", OTHER_EID)), "8.1.1", "3.10");
    }

    @Test
    void a_confirmed_profile_is_released_later() throws Exception {
        String iccid = ordered();
        Answers.executed(confirm(request(iccid, false)));
        assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo("CONFIRMED");

        Answers.executed(
                operator.call("releaseProfile", SimulatedOperator.request().put("iccid", iccid)));

        assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo("RELEASED");
    }

    @Test
    void a_profile_that_is_not_confirmed_cannot_be_released() throws Exception {
        Answers.failed(
                operator.call("releaseProfile", SimulatedOperator.request().put("iccid", ordered())), "8.2.1", "3.5");
        Answers.failed(
                operator.call(
                        "releaseProfile", SimulatedOperator.request().put("iccid", SimulatedOperator.unknownIccid())),
                "8.2.1",
                "3.9");
    }

    private String ordered() throws Exception {
        String iccid = operator.profileInStock();
        Answers.executed(
                operator.call("downloadOrder", SimulatedOperator.request().put("iccid", iccid)));
        return iccid;
    }

    private static ObjectNode request(String iccid, boolean releaseFlag) {
        return SimulatedOperator.request().put("iccid", iccid).put("releaseFlag", releaseFlag);
    }

    private JsonNode confirm(ObjectNode request) throws Exception {
        return operator.call("confirmOrder", request);
    }
}
