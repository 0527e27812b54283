package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What an answer has to say. */
public final class Answers {
    private Answers() {}

    /** The function was executed. */
    public static JsonNode executed(JsonNode answer) {
        assertThat(status(answer).path("status").asText()).as("%s", answer).isEqualTo("Executed-Success");
        return answer;
    }

    /** The function failed, whatever the codes. */
    public static void failed(JsonNode answer) {
        assertThat(status(answer).path("status").asText()).as("%s", answer).isEqualTo("Failed");
        assertThat(status(answer).at("/statusCodeData/subjectCode").asText()).isNotEmpty();
    }

    /** The function failed with these codes. */
    public static void failed(JsonNode answer, String subjectCode, String reasonCode) {
        failed(answer);
        JsonNode data = status(answer).path("statusCodeData");
        assertThat(data.path("subjectCode").asText() + "/"
                        + data.path("reasonCode").asText())
                .as("%s", answer)
                .isEqualTo(subjectCode + "/" + reasonCode);
    }

    private static JsonNode status(JsonNode answer) {
        return answer.at("/header/functionExecutionStatus");
    }
}
