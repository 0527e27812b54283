package org.mintline.device.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Aggregator and local provisioning server in the administration's REST interface, as far as they are called here: who may call them, and
 * the lots.
 */
public final class LocalProvisioningAdministration {
    private final Administration administration;

    /** @param administration by which the interface is reached */
    public LocalProvisioningAdministration(Administration administration) {
        this.administration = administration;
    }

    /**
     * Registers a partner, unless one of that name is there.
     *
     * @param kind {@code LOCAL_PROVISIONING_SERVER} or {@code FACTORY_PROFILE_ASSISTANT}
     * @param certificate of its client, in PEM
     */
    public void register(String kind, String name, String certificate) throws IOException {
        for (JsonNode partner : administration.call("GET", "factory/partners", null)) {
            if (partner.path("name").asText().equals(name)) {
                return;
            }
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("name", name)
                .put("certificate", certificate);
        administration.call("POST", "factory/partners", body);
    }

    /** At the aggregator: a local provisioning server may fetch this lot from now on, and no other. */
    public void allow(String partner, String lot) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("lots").addObject().put("name", lot);
        administration.call("PUT", "factory/partners/" + encoded(partner) + "/lots", body);
    }

    /** At the local provisioning server: downloads a lot from now on. */
    public void download(String lot) throws IOException {
        administration.call("PUT", "local-provisioning/lots/" + encoded(lot), null);
    }

    /**
     * At the local provisioning server: how many packages of a lot are in a state.
     *
     * @param state for instance {@code RECEIVED}
     */
    public int packages(String lot, String state) throws IOException {
        for (JsonNode known : administration.call("GET", "local-provisioning/lots", null)) {
            if (known.path("name").asText().equals(lot)) {
                return known.path("profiles").path(state).asInt();
            }
        }
        return 0;
    }

    /** At the local provisioning server: how many reports wait for the line to the aggregator. */
    public int waitingReports() throws IOException {
        return administration
                .call("GET", "local-provisioning/reports", null)
                .path("waiting")
                .asInt();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
