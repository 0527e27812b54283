package org.mintline.device.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.scp03.KeySet;

/** The support server of a factory in the administration's REST interface, as far as it is called here. */
public final class SupportAdministration {
    private static final int PAGE = 500;

    private final Administration administration;

    /** @param administration by which the interface is reached */
    public SupportAdministration(Administration administration) {
        this.administration = administration;
    }

    /** Makes a master key set of the next version, and registers it. */
    public KeySet freshMasterKeySet(Randomness randomness) throws IOException {
        int version = 1;
        for (JsonNode known : administration.call("GET", "support/masterKeySets", null)) {
            version = Math.max(version, known.path("version").asInt() + 1);
        }
        KeySet master = KeySet.fresh(version, randomness);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("version", master.version())
                .put("enc", master.enc())
                .put("mac", master.mac())
                .put("dek", master.dek());
        administration.call("POST", "support/masterKeySets", body);
        return master;
    }

    /**
     * A device, as it is registered.
     *
     * @param publicKey to which its images are encrypted
     * @param accepts by which kind of key they are signed
     */
    public record Device(Eid eid, PublicKey publicKey, SigningKind accepts) {}

    /**
     * Registers the devices of a lot.
     *
     * @throws IOException if a device was not taken
     */
    public void registerDevices(String lot, List<Device> devices) throws IOException {
        StringBuilder file = new StringBuilder("eid,publicKey,kind,lot\n");
        for (Device device : devices) {
            String key = Base64.getEncoder().encodeToString(device.publicKey().getEncoded());
            file.append(String.join(
                            ",", device.eid().digits(), key, device.accepts().name(), lot))
                    .append('\n');
        }
        JsonNode registration = administration.send(
                "POST",
                "support/devices",
                "application/octet-stream",
                file.toString().getBytes(StandardCharsets.UTF_8));
        if (registration.path("rejected").asLong() > 0) {
            throw new IOException("devices were not registered: "
                    + registration.path("badLines").path(0));
        }
    }

    /**
     * A station, as it is registered.
     *
     * @param name for people
     * @param certificate of its client, in PEM
     * @param manner how it authenticates devices
     * @param jigSettings volt, ampere, percent, samples
     * @param lot of the devices that it serves
     */
    public record Station(String name, String certificate, String manner, String jigSettings, String lot) {}

    /** Registers a station, or gives the one of that name these settings. */
    public void register(Station station) throws IOException {
        ObjectNode settings = JsonNodeFactory.instance
                .objectNode()
                .put("manner", station.manner())
                .put("jig", station.jigSettings())
                .put("testAllowed", false)
                .put("lot", station.lot())
                .put("enabled", true);
        for (JsonNode known : administration.call("GET", "support/stations", null)) {
            if (known.path("name").asText().equals(station.name())) {
                administration.call(
                        "PUT", "support/stations/" + known.path("id").asLong() + "/settings", settings);
                return;
            }
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", station.name())
                .put("certificate", station.certificate());
        body.set("settings", settings);
        administration.call("POST", "support/stations", body);
    }

    /**
     * A batch that comes in.
     *
     * @param state for instance {@code WHOLE}; empty before its first message
     * @param profiles how many are in each state
     */
    public record Received(String state, Map<String, Integer> profiles) {
        /** How many of its profiles are in a state. */
        public int in(String profileState) {
            return profiles.getOrDefault(profileState, 0);
        }
    }

    /** How far a batch is that came, or comes, in. */
    public Received received(String batch) throws IOException {
        for (JsonNode known : administration.call("GET", "support/batches", null)) {
            if (known.path("batch").asText().equals(batch)) {
                JsonNode progress = administration.call("GET", "support/batches/" + batch, null);
                Map<String, Integer> profiles = new TreeMap<>();
                progress.path("profiles")
                        .fields()
                        .forEachRemaining(state ->
                                profiles.put(state.getKey(), state.getValue().asInt()));
                return new Received(progress.path("batch").path("state").asText(), profiles);
            }
        }
        return new Received("", Map.of());
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

    /** What happened to a device, the earliest first, as the server tells it. */
    public List<String> story(Eid device) throws IOException {
        List<String> lines = new ArrayList<>();
        administration
                .call("GET", "support/devices/" + device + "/story", null)
                .path("items")
                .forEach(line -> lines.add(line.path("event").asText() + " at "
                        + line.path("station").asText()));
        return lines;
    }

    /** The state of a dedicated line, for instance {@code UP}; empty if the server has no such line. */
    public String line(String name) throws IOException {
        for (JsonNode line : administration.call("GET", "lines", null)) {
            if (line.path("name").asText().equals(name)) {
                return line.path("state").asText();
            }
        }
        return "";
    }
}
