package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.lpa.RspServers;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.sgp23.Answers;
import org.mintline.sgp23.SimulatedDevice;
import org.mintline.sgp23.SimulatedOperator;
import org.mintline.sgp23.Way;

/** Two devices with different eUICCs, and two orders of the same profile type, through the wire. */
@ExtendWith(ServerExtension.class)
class ProfileTypeVariantsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Way WAY = new Way(EllipticCurve.NIST_P256, RspServers.Binding.JSON);
    private static final String TYPE = "consumer";
    private static final String STANDALONE = "consumer-5g";

    @Test
    void the_eUICC_decides_which_package_of_a_profile_type_is_installed(RunningServer server) throws Exception {
        SimulatedOperator operator = SimulatedOperator.at(server);
        operator.createProfileType(TYPE, without5g(DefaultTemplate.yaml()), "Without 5G");
        operator.createProfileType(STANDALONE, DefaultTemplate.yaml(), "With 5G");
        ObjectNode table = JSON.createObjectNode();
        table.putArray("variants")
                .addObject()
                .put("profileType", STANDALONE)
                .put("criterion", "EUICC_SUPPORTS")
                .put("value", "PROFILE_B_P256");
        operator.replaceVariants(TYPE, table);

        assertThat(installed(server, operator, UnaryOperator.identity())).isEqualTo("With 5G, " + STANDALONE);
        assertThat(installed(server, operator, ProfileTypeVariantsIT::withoutSuci))
                .isEqualTo("Without 5G, " + TYPE);
    }

    private static String without5g(String template) {
        return template.replaceAll("(?s)  # -+ 5G\n.*?(?=  # -+ ISIM\n)", "")
                .replace(", get-identity, profile-a-x25519, profile-b-p256]", "]");
    }

    private static EuiccConfiguration withoutSuci(EuiccConfiguration euicc) {
        Set<UiccCapability> capabilities = EnumSet.copyOf(euicc.capabilities());
        capabilities.removeAll(EnumSet.of(
                UiccCapability.GET_IDENTITY, UiccCapability.PROFILE_A_X25519, UiccCapability.PROFILE_B_P256));
        return euicc.withCapabilities(capabilities);
    }

    /** Orders the type, installs what comes, and gives its name on the eUICC and which type went out as the operator sees it. */
    private static String installed(
            RunningServer server, SimulatedOperator operator, UnaryOperator<EuiccConfiguration> changed)
            throws Exception {
        String iccid = SimulatedOperator.unknownIccid();
        assertThat(operator.addToStock(TYPE, iccid).statusCode()).isEqualTo(204);
        ObjectNode order = SimulatedOperator.request().put("iccid", iccid).put("profileType", TYPE);
        Answers.executed(operator.call("downloadOrder", order));
        ObjectNode confirmation =
                SimulatedOperator.request().put("iccid", iccid).put("releaseFlag", true);
        String matchingId = Answers.executed(operator.call("confirmOrder", confirmation))
                .path("matchingId")
                .asText();
        try (SimulatedDevice device = new SimulatedDevice(server, WAY, changed)) {
            device.install(device.bound(device.prepareDownload(device.offer(matchingId))));
            ProfileInfo onCard = device.es10().getProfilesInfo().get(0);
            assertThat(onCard.iccid().orElseThrow().digits()).isEqualTo(iccid);
            assertThat(operator.profile(iccid).at("/profile/profileType").asText())
                    .isEqualTo(TYPE);
            return onCard.profileName().orElseThrow() + ", "
                    + operator.profile(iccid).path("deliveredType").asText();
        }
    }
}
