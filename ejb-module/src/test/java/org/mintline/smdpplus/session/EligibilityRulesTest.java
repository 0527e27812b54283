package org.mintline.smdpplus.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.PREPAID;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.audit.AuditEvent;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.identification.Tac;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.smdpplus.EligibilityRules.Effect;
import org.mintline.smdpplus.EligibilityRules.Rule;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class EligibilityRulesTest {
    private static final Rule ONLY_5G = new Rule(
            Effect.DENY,
            new DeviceCondition(Criterion.DEVICE_LACKS, "NR_5GC_SUPPORTED_RELEASE", Optional.empty()),
            "needs 5G standalone");
    private static final Rule NO_OLD_DEVICES =
            new Rule(Effect.DENY, new DeviceCondition(Criterion.TAC, "01", Optional.of("02")), "recalled");

    @TempDir
    private Path folder;

    private TrustWorld trust;

    @BeforeEach
    void a_test_pki() throws Exception {
        trust = new TrustWorld(folder);
    }

    private SoftwareEuicc euiccIn(Map<DeviceCapability, SpecificationVersion> capabilities) {
        return trust.euicc(EllipticCurve.NIST_P256, 0)
                .in(new DeviceInfo(new Tac("35290611"), new DeviceCapabilities(capabilities), Optional.empty()));
    }

    private static void authenticate(Es9Plus es9Plus, SoftwareEuicc euicc) {
        es9Plus.authenticateClient(euicc.authenticateClient(
                es9Plus.initiateAuthentication(euicc.initiateAuthentication(ADDRESS)), "TOKEN-0"));
    }

    @OnEveryDatabase
    void a_device_that_a_rule_denies_is_refused_and_the_operator_told_which(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        TrustWorld.release(world, 1);
        Es9Plus es9Plus = world.es9Plus(trust.keys());
        EligibilityRules rules = world.eligibilityRules();
        rules.replace(NORTHERN.id(), PREPAID, List.of(NO_OLD_DEVICES, ONLY_5G), "console:test");

        assertThatThrownBy(() -> authenticate(es9Plus, euiccIn(Map.of())))
                .isInstanceOfSatisfying(FunctionException.class, e -> assertThat(e.statusCode())
                        .isEqualTo(StatusCode.NO_ELIGIBLE_PROFILE));
        assertThat(world.told()).singleElement().asString().contains("8.2.5", "4.3", "needs 5G standalone");
        authenticate(
                es9Plus,
                euiccIn(Map.of(DeviceCapability.NR_5GC_SUPPORTED_RELEASE, new SpecificationVersion(15, 0, 0))));
    }

    @OnEveryDatabase
    void rules_that_are_replaced_hold_within_ten_seconds(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        TrustWorld.release(world, 1);
        Es9Plus es9Plus = world.es9Plus(trust.keys());
        EligibilityRules rules = world.eligibilityRules();
        rules.replace(NORTHERN.id(), PREPAID, List.of(ONLY_5G), "console:test");
        assertThatThrownBy(() -> authenticate(es9Plus, euiccIn(Map.of()))).isInstanceOf(FunctionException.class);

        rules.replace(NORTHERN.id(), PREPAID, List.of(NO_OLD_DEVICES), "console:test");
        world.pass(Duration.ofSeconds(10));

        authenticate(es9Plus, euiccIn(Map.of()));
        assertThat(rules.list(NORTHERN.id(), PREPAID)).contains(List.of(NO_OLD_DEVICES));
        assertThat(world.audited())
                .filteredOn(event -> event.action().equals("replaceEligibilityRules"))
                .extracting(AuditEvent::detail)
                .containsExactly("1 rules", "1 rules");
    }

    @OnEveryDatabase
    void an_operator_has_no_rules_for_the_types_of_another(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        TrustWorld.release(world, 1);

        assertThat(world.eligibilityRules().list(SOUTHERN.id(), PREPAID)).isEmpty();
        assertThat(world.eligibilityRules().replace(SOUTHERN.id(), PREPAID, List.of(), "console:test"))
                .isEmpty();
    }
}
