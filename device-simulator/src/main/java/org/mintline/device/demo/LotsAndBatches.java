package org.mintline.device.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/** Lots of eUICCs and batches of profiles in the administration's REST interface, as far as they are called here. */
public final class LotsAndBatches {
    private final Administration administration;

    /** @param administration by which the interface is reached */
    public LotsAndBatches(Administration administration) {
        this.administration = administration;
    }

    /**
     * A batch and how far it is.
     *
     * @param identifier 32 hexadecimal digits
     * @param state for instance {@code RUNNING} or {@code RECEIVED}
     * @param bound how many profiles were handed to the line
     * @param failed how many could not be made
     * @param installed how many are, by the word of their eUICCs
     * @param problem why it does not go on, else empty
     */
    public record Batch(String identifier, String state, int bound, int failed, int installed, String problem) {
        /** Whether it waits for a person or for nothing more. */
        public boolean rests() {
            return state.equals("RECEIVED")
                    || state.equals("PAUSED")
                    || state.equals("CANCELLED")
                    || !problem.isEmpty();
        }
    }

    /** Makes a lot for one operator; returns its number. */
    public long createLot(String name, long operator, Instant keysExpireAt) throws IOException {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("name", name).put("keysExpireAt", keysExpireAt.toString());
        body.putArray("operators").add(operator);
        return administration.call("POST", "lots", body).path("id").asLong();
    }

    /**
     * Hands a file of preloaded keys over.
     *
     * @throws IOException if an eUICC was not taken
     */
    public void receiveKeys(long lot, byte[] file) throws IOException {
        JsonNode received = administration.send("POST", "lots/" + lot + "/keys", "application/octet-stream", file);
        if (received.path("rejected").asLong() > 0) {
            throw new IOException("lot " + lot + " did not take " + received.path("rejected") + " eUICCs: "
                    + received.path("bad").path(0));
        }
    }

    /** Orders so many profiles of a type for the eUICCs of a lot. */
    public Batch order(long operator, String profileType, int amount, String lot, String line) throws IOException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("operator", operator)
                .put("profileType", profileType)
                .put("amount", amount)
                .put("lot", lot)
                .put("line", line);
        return batch(administration.call("POST", "batches", body));
    }

    /** How far a batch is. */
    public Batch find(String identifier) throws IOException {
        return batch(administration.call("GET", "batches/" + identifier, null));
    }

    private static Batch batch(JsonNode view) {
        return new Batch(
                view.path("batch").asText(),
                view.path("state").asText(),
                view.path("bound").asInt(),
                view.path("failed").asInt(),
                view.path("installed").asInt(),
                view.path("problem").asText(""));
    }
}
