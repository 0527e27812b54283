package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** ES2+.DownloadOrder (SGP.23, clause 4.3.1). */
@ExtendWith(ServerExtension.class)
class TC_ES2Plus_DownloadOrderIT {
    private static final String EID = "89049032123451234512345678901235";

    private final SimulatedOperator operator;

    TC_ES2Plus_DownloadOrderIT(RunningServer server) {
        operator = SimulatedOperator.at(server);
    }

    @Test
    void TC_ES2Plus_DownloadOrder_01_Nominal_ICCID() throws Exception {
        String iccid = operator.profileInStock();

        JsonNode answer = Answers.executed(order(SimulatedOperator.request().put("iccid", iccid)));

        assertThat(answer.path("iccid").asText()).isEqualTo(iccid);
        assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo("ALLOCATED");
    }

    @Test
    void TC_ES2Plus_DownloadOrder_01_Nominal_ICCID_with_EID() throws Exception {
        String iccid = operator.profileInStock();

        Answers.executed(order(SimulatedOperator.request().put("iccid", iccid).put("eid", EID)));

        JsonNode profile = operator.profile(iccid).path("profile");
        assertThat(profile.path("state").asText()).isEqualTo("LINKED");
        assertThat(profile.path("eid").asText()).isEqualTo(EID);
    }

    @Test
    void TC_ES2Plus_DownloadOrder_02_Nominal_ProfileType() throws Exception {
        operator.profileInStock();

        JsonNode answer =
                Answers.executed(order(SimulatedOperator.request().put("profileType", SimulatedOperator.PROFILE_TYPE)));

        assertThat(answer.path("iccid").asText()).matches("[0-9]{19,20}");
    }

    @Test
    void TC_ES2Plus_DownloadOrder_Error_01_ICCID_AlreadyInUse() throws Exception {
        String iccid = operator.profileInStock();
        Answers.executed(order(SimulatedOperator.request().put("iccid", iccid)));

        Answers.failed(order(SimulatedOperator.request().put("iccid", iccid)), "8.2.1", "3.3");
    }

    @Test
    void TC_ES2Plus_DownloadOrder_Error_02_Unknown_ICCID() throws Exception {
        Answers.failed(
                order(SimulatedOperator.request().put("iccid", SimulatedOperator.unknownIccid())), "8.2.1", "3.9");
    }

    @Test
    void the_same_call_again_gets_the_same_answer_and_orders_nothing_more() throws Exception {
        operator.profileInStock();
        ObjectNode request = SimulatedOperator.request().put("profileType", SimulatedOperator.PROFILE_TYPE);

        JsonNode first = Answers.executed(order(request));

        assertThat(order(request)).isEqualTo(first);
    }

    @Test
    void an_unknown_profile_type_and_one_that_is_not_the_profiles_are_refused() throws Exception {
        String iccid = operator.profileInStock();

        Answers.failed(order(SimulatedOperator.request().put("profileType", "nothing")), "8.2.5", "3.9");
        Answers.failed(
                order(SimulatedOperator.request().put("iccid", iccid).put("profileType", "nothing")), "8.2.5", "3.9");
    }

    private JsonNode order(ObjectNode request) throws Exception {
        return operator.call("downloadOrder", request);
    }
}
