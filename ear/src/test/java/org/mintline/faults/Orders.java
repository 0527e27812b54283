package org.mintline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.mintline.sgp23.Answers;
import org.mintline.sgp23.SimulatedOperator;

/** ES2+ of an operator that sends a call again, with its functionCallIdentifier, until it has an answer. */
final class Orders {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatedOperator operator;

    Orders(SimulatedOperator operator) {
        this.operator = operator;
    }

    /** A request of that function for a profile. */
    static ObjectNode request(String function, String iccid) {
        ObjectNode request = SimulatedOperator.request().put("iccid", iccid);
        return switch (function) {
            case "confirmOrder" -> request.put("releaseFlag", true);
            case "cancelOrder" -> request.put("finalProfileStatusIndicator", "Available");
            default -> request;
        };
    }

    /** The answer, which has to be that the function was executed. */
    JsonNode call(String function, ObjectNode request) {
        return Answers.executed(Insistence.on(() -> {
            HttpResponse<String> response = operator.send(function, request);
            if (response.statusCode() != 200) {
                throw new IOException(function + " is answered with HTTP " + response.statusCode());
            }
            return JSON.readTree(response.body());
        }));
    }

    /** Orders a profile and releases it; gives the MatchingID. */
    String release(String iccid) {
        call("downloadOrder", request("downloadOrder", iccid));
        return call("confirmOrder", request("confirmOrder", iccid))
                .path("matchingId")
                .asText();
    }
}
