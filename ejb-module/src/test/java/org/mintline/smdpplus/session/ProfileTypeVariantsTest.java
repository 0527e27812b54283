package org.mintline.smdpplus.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.PREPAID;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.audit.AuditEvent;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileTypeVariants.RefusedException;
import org.mintline.smdpplus.ProfileTypeVariants.Variant;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

/** Orders of one profile type whose devices get different packages. */
class ProfileTypeVariantsTest {
    private static final String STANDALONE = "prepaid-5g";
    private static final String SERVICES = ", get-identity, profile-a-x25519, profile-b-p256]";
    private static final Set<UiccCapability> EVERYTHING = EnumSet.allOf(UiccCapability.class);
    private static final Set<UiccCapability> WITHOUT_SUCI =
            EnumSet.of(UiccCapability.USIM_SUPPORT, UiccCapability.ISIM_SUPPORT, UiccCapability.AKA_MILENAGE);
    private static final Variant FOR_SUCI = new Variant(
            STANDALONE, new DeviceCondition(Criterion.EUICC_SUPPORTS, "PROFILE_B_P256", Optional.empty()), "5G");

    @TempDir
    private Path folder;

    private TrustWorld trust;

    @BeforeEach
    void a_test_pki() throws Exception {
        trust = new TrustWorld(folder);
    }

    /** Northern with a type that has a variant for eUICCs that calculate SUCI, and released orders of the type itself. */
    private final class Northern {
        final SmDpPlusWorld world;
        final Es9Plus es9Plus;

        Northern(TestDatabase database, Protection protection, int orders) {
            world = new SmDpPlusWorld(database);
            world.createType(type(PREPAID, DefaultTemplate.yaml().replace(SERVICES, "]"), protection));
            world.createType(type(STANDALONE, DefaultTemplate.yaml(), protection));
            world.variants().replace(NORTHERN.id(), PREPAID, List.of(FOR_SUCI), "console:test");
            for (int number = 0; number < orders; number++) {
                release(number);
            }
            es9Plus = world.es9Plus(trust.pki, world.personalisation());
        }

        private static ProfileTypes.NewProfileType type(String name, String template, Protection protection) {
            return new ProfileTypes.NewProfileType(
                    name,
                    "",
                    SourceFormat.TEMPLATE,
                    template.getBytes(StandardCharsets.UTF_8),
                    StoreMetadataRequest.of(iccid(0), "Northern", name),
                    protection,
                    Optional.empty());
        }

        private void release(int number) {
            world.addProfile(
                    PREPAID,
                    iccid(number),
                    Map.of(
                            "imsi", "001010000000001",
                            "ki", "00112233445566778899aabbccddeeff",
                            "opc", "ffeeddccbbaa99887766554433221100"));
            Es2Plus es2Plus = world.es2Plus();
            es2Plus.downloadOrder(
                    new Es2Plus.Call(NORTHERN, "order-" + number),
                    new Es2Plus.DownloadOrder(
                            Optional.empty(), Optional.of(iccid(number).digits()), Optional.empty()));
            es2Plus.confirmOrder(
                    new Es2Plus.Call(NORTHERN, "confirm-" + number),
                    new Es2Plus.ConfirmOrder(
                            iccid(number).digits(),
                            Optional.empty(),
                            Optional.of("TOKEN-" + number),
                            Optional.empty(),
                            Optional.empty(),
                            true));
        }

        AuthenticateClientResponseEs9.Ok offer(SoftwareEuicc euicc, int order) {
            return es9Plus.authenticateClient(euicc.authenticateClient(
                    es9Plus.initiateAuthentication(euicc.initiateAuthentication(ADDRESS)), "TOKEN-" + order));
        }

        ProfilePackage load(SoftwareEuicc euicc, AuthenticateClientResponseEs9.Ok offer) {
            return ProfilePackage.decode(
                    euicc.open(es9Plus.getBoundProfilePackage(euicc.getBoundProfilePackage(offer, Optional.empty())))
                            .profile()
                            .encoded());
        }

        ProfileCatalogue.Detail story(int order) {
            return world.catalogue()
                    .find(Optional.of(NORTHERN.id()), iccid(order).digits())
                    .orElseThrow();
        }
    }

    private static Iccid iccid(int number) {
        return Iccid.withCheckDigit(String.format("8988211%011d", number));
    }

    private static boolean needsSuci(ProfilePackage delivered) {
        return delivered
                .first("header")
                .orElseThrow()
                .node()
                .child("eUICC-Mandatory-services")
                .orElseThrow()
                .children()
                .stream()
                .anyMatch(service -> service.name().equals("profile-b-p256"));
    }

    private SoftwareEuicc euicc(int index, Set<UiccCapability> capabilities) {
        return trust.euicc(EllipticCurve.NIST_P256, index).with(capabilities);
    }

    @OnEveryDatabase
    void two_devices_get_different_packages_of_the_same_profile_type(TestDatabase database) {
        Northern northern = new Northern(database, Protection.RANDOM_KEYS, 2);
        SoftwareEuicc modern = euicc(0, EVERYTHING);
        SoftwareEuicc old = euicc(1, WITHOUT_SUCI);
        AuthenticateClientResponseEs9.Ok forModern = northern.offer(modern, 0);
        AuthenticateClientResponseEs9.Ok forOld = northern.offer(old, 1);

        assertThat(forModern.profileMetaData().profileName()).isEqualTo(STANDALONE);
        assertThat(forModern.profileMetaData().iccid()).isEqualTo(iccid(0));
        assertThat(forOld.profileMetaData().profileName()).isEqualTo(PREPAID);
        assertThat(needsSuci(northern.load(modern, forModern))).isTrue();
        assertThat(needsSuci(northern.load(old, forOld))).isFalse();

        assertThat(northern.story(0).summary().profileType()).isEqualTo(PREPAID);
        assertThat(northern.story(0).deliveredType()).contains(STANDALONE);
        assertThat(northern.story(1).deliveredType()).contains(PREPAID);
        assertThat(northern.world.audited())
                .filteredOn(event -> event.action().equals("authenticateClient"))
                .extracting(AuditEvent::detail)
                .satisfiesExactly(
                        detail -> assertThat(detail)
                                .endsWith(", variant prepaid-5g by line 1, EUICC_SUPPORTS PROFILE_B_P256"),
                        detail -> assertThat(detail).endsWith(", no variant fits, prepaid itself"));
        assertThat(northern.world.told()).anySatisfy(call -> assertThat(call)
                .contains("\"profileType\":\"" + STANDALONE + "\"", "\"notificationPointId\":3"));
    }

    @OnEveryDatabase
    void what_was_protected_ahead_is_gone_when_a_variant_goes_out(TestDatabase database) {
        Northern northern = new Northern(database, Protection.RANDOM_KEYS, 1);
        assertThat(northern.world.protectAhead()).isEqualTo(1);
        SoftwareEuicc modern = euicc(0, EVERYTHING);

        assertThat(needsSuci(northern.load(modern, northern.offer(modern, 0)))).isTrue();

        assertThat(database.execute("delete from protected_package q where q.profile_type_id ="
                        + " (select t.id from profile_type t where t.name = '" + PREPAID + "')"))
                .isZero();
        assertThat(database.execute("delete from protected_package")).isEqualTo(1);
    }

    @OnEveryDatabase
    void a_retry_gets_the_variant_that_went_out_although_the_table_changed(TestDatabase database) {
        Northern northern = new Northern(database, Protection.SESSION_KEYS, 1);
        SoftwareEuicc modern = euicc(0, EVERYTHING);
        assertThat(needsSuci(northern.load(modern, northern.offer(modern, 0)))).isTrue();

        northern.world.variants().replace(NORTHERN.id(), PREPAID, List.of(), "console:test");
        northern.world.pass(Duration.ofSeconds(10));
        modern.forgetOneTimeKeys();

        assertThat(needsSuci(northern.load(modern, northern.offer(modern, 0)))).isTrue();
    }

    @OnEveryDatabase
    void of_two_sessions_with_different_variants_only_the_first_to_ask_gets_a_package(TestDatabase database) {
        Northern northern = new Northern(database, Protection.RANDOM_KEYS, 1);
        SoftwareEuicc euicc = euicc(0, EVERYTHING);
        AuthenticateClientResponseEs9.Ok standalone = northern.offer(euicc, 0);
        AuthenticateClientResponseEs9.Ok plain = northern.offer(euicc.with(WITHOUT_SUCI), 0);

        assertThat(needsSuci(northern.load(euicc, plain))).isFalse();
        assertThatThrownBy(() -> northern.load(euicc, standalone))
                .isInstanceOfSatisfying(FunctionException.class, e -> assertThat(e.statusCode())
                        .isEqualTo(StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING));
        assertThat(northern.story(0).deliveredType()).contains(PREPAID);
    }

    @OnEveryDatabase
    void a_variant_is_another_type_of_the_operator_with_a_place_for_all_data(TestDatabase database) {
        Northern northern = new Northern(database, Protection.RANDOM_KEYS, 0);
        DeviceCondition any = new DeviceCondition(Criterion.ANY, "", Optional.empty());
        String withoutIsim = DefaultTemplate.yaml()
                .replaceAll("(?s)  - isim:.*?(?=  # -+ the operator's)", "")
                .replace("[usim, isim,", "[usim,");
        northern.world.createType(Northern.type("without-isim", withoutIsim, Protection.RANDOM_KEYS));

        for (String refused : List.of(PREPAID, "unknown", "without-isim")) {
            assertThatThrownBy(() -> northern.world
                            .variants()
                            .replace(NORTHERN.id(), PREPAID, List.of(new Variant(refused, any, "")), "console:test"))
                    .as(refused)
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(northern.world.variants().list(NORTHERN.id(), PREPAID)).contains(List.of(FOR_SUCI));
        assertThat(northern.world.variants().list(SOUTHERN.id(), PREPAID)).isEmpty();
    }
}
