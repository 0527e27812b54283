package org.mintline.device.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mintline.rsp.scp03.KeySet;

/** Devices and images of a support server in the administration's REST interface, as far as they are called here. */
public final class SupportServer {
    private static final int PAGE = 500;

    private final Administration administration;

    /** @param administration by which the interface is reached */
    public SupportServer(Administration administration) {
        this.administration = administration;
    }

    /** Registers a master key set, unless there is one of its version. */
    public void registerMasterKeySet(KeySet keys) throws IOException {
        for (JsonNode there : administration.call("GET", "support/masterKeySets", null)) {
            if (there.path("version").asInt() == keys.version()) {
                return;
            }
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("version", keys.version())
                .put("enc", keys.enc())
                .put("mac", keys.mac())
                .put("dek", keys.dek());
        administration.call("POST", "support/masterKeySets", body);
    }

    /**
     * Registers the devices of a file.
     *
     * @param file lines of comma-separated values, the names of the columns first
     * @throws IOException if a device was not taken
     */
    public void registerDevices(String file) throws IOException {
        JsonNode done = administration.send(
                "POST", "support/devices", "application/octet-stream", file.getBytes(StandardCharsets.US_ASCII));
        if (done.path("rejected").asLong() > 0) {
            throw new IOException(
                    "devices were not taken: " + done.path("badLines").path(0));
        }
    }

    /** How many profiles of a batch have their image. */
    public int imaged(String batch) throws IOException {
        return administration
                .call("GET", "support/batches/" + batch, null)
                .path("profiles")
                .path("IMAGED")
                .asInt();
    }

    /** The bytes of all images of a batch. */
    public long imageBytes(String batch) throws IOException {
        long bytes = 0;
        JsonNode page = imagePage(batch, 0);
        while (page.hasNonNull("next")) {
            bytes += lengths(page);
            page = imagePage(batch, page.path("next").asLong());
        }
        return bytes + lengths(page);
    }

    private JsonNode imagePage(String batch, long after) throws IOException {
        return administration.call("GET", "support/images?batch=" + batch + "&limit=" + PAGE + "&after=" + after, null);
    }

    private static long lengths(JsonNode page) {
        long bytes = 0;
        for (JsonNode image : page.path("items")) {
            bytes += image.path("length").asLong();
        }
        return bytes;
    }
}
