package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** ES2+.CancelOrder (SGP.23, clause 4.3.3). */
@ExtendWith(ServerExtension.class)
class TC_ES2Plus_CancelOrderIT {
    private static final String EID = "89049032123451234512345678901235";

    private final SimulatedOperator operator;

    TC_ES2Plus_CancelOrderIT(RunningServer server) {
        operator = SimulatedOperator.at(server);
    }

    @ParameterizedTest
    @CsvSource({"Available,AVAILABLE", "Unavailable,UNAVAILABLE"})
    void TC_ES2Plus_CancelOrder_01_Nominal(String indicator, String state) throws Exception {
        String iccid = operator.profileInStock();
        String matchingId = confirmed(iccid);

        Answers.executed(cancel(request(iccid)
                .put("eid", EID)
                .put("matchingId", matchingId)
                .put("finalProfileStatusIndicator", indicator)));

        assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo(state);
    }

    @Test
    void TC_ES2Plus_CancelOrder_Error_01_Unknown_ICCID() throws Exception {
        Answers.failed(cancel(request(SimulatedOperator.unknownIccid())), "8.2.1", "3.9");
    }

    @Test
    void TC_ES2Plus_CancelOrder_Error_02_Missing_EID() throws Exception {
        String iccid = operator.profileInStock();
        String matchingId = confirmed(iccid);

        Answers.failed(cancel(request(iccid).put("matchingId", matchingId)));
    }

    @Test
    void TC_ES2Plus_CancelOrder_Error_03_Incorrect_MatchingID() throws Exception {
        String iccid = operator.profileInStock();
        confirmed(iccid);

        Answers.failed(cancel(request(iccid).put("eid", EID).put("matchingId", "ANOTHER-ONE")), "8.2.6", "3.10");
    }

    @Test
    void TC_ES2Plus_CancelOrder_Error_04_Profile_Available() throws Exception {
        Answers.failed(cancel(request(operator.profileInStock())));
    }

    private String confirmed(String iccid) throws Exception {
        Answers.executed(operator.call(
                "downloadOrder", SimulatedOperator.request().put("iccid", iccid).put("eid", EID)));
        ObjectNode confirmation =
                SimulatedOperator.request().put("iccid", iccid).put("eid", EID).put("releaseFlag", true);
        return Answers.executed(operator.call("confirmOrder", confirmation))
                .path("matchingId")
                .asText();
    }

    private static ObjectNode request(String iccid) {
        return SimulatedOperator.request().put("iccid", iccid).put("finalProfileStatusIndicator", "Available");
    }

    private JsonNode cancel(ObjectNode request) throws Exception {
        return operator.call("cancelOrder", request);
    }
}
