package org.mintline.device.lpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.lpa.FactoryWorld.Memory;
import org.mintline.device.lpa.FactoryWorld.Outcome;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es10.EnableResult;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.factory.OfflineBoundProfilePackage;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PreloadedKeysReader;
import org.mintline.rsp.factory.PreloadedKeysRejectedException;
import org.mintline.rsp.factory.PreloadedKeysSigned;
import org.mintline.rsp.factory.PrepareFactoryDownloadRequest;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;
import org.mintline.rsp.factory.VerifiedPreloadedKeys;

/** One-time keys leave the maker with the eUICC; packages are bound to them before, and installed without a line. */
class OfflineProvisioningTest {
    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final FactoryWorld WORLD = FactoryWorld.on(EllipticCurve.NIST_P256);
    private static final EuiccConfiguration FIRST = WORLD.euicc(0);
    private static final EuiccConfiguration SECOND = WORLD.euicc(1);

    private final Memory memory = new Memory();
    private Euicc card;
    private PreloadedKeys exported;

    @BeforeEach
    void preload() {
        Sgp26.assumeHere();
        card = card(FIRST);
        exported = preload(card, 2);
    }

    @ParameterizedTest
    @EnumSource(EllipticCurve.class)
    void a_profile_that_was_bound_before_is_installed_without_a_session(EllipticCurve curve) throws IOException {
        FactoryWorld world = FactoryWorld.on(curve);
        Euicc other = new Euicc(world.euicc(0), CRYPTOGRAPHY, FactoryWorld.CLOCK, new Memory());
        byte[] file = preload(other, 1).encoded();
        PreloadedKeys read =
                new PreloadedKeysReader(new ByteArrayInputStream(file)).next().orElseThrow();
        VerifiedPreloadedKeys verified = world.verifier().verify(read, FactoryWorld.NOW);
        assertThat(verified.eid()).isEqualTo(other.configuration().eid());
        assertThat(verified.curve()).isEqualTo(curve);
        PreloadedKey key = verified.keys().get(0);
        OfflineBoundProfilePackage bound = world.binding()
                .bind(
                        FactoryWorld.profile().protect(CRYPTOGRAPHY.randomness()),
                        FactoryWorld.METADATA,
                        new OfflineBinding.Target(verified.eid(), key));

        Outcome outcome = FactoryWorld.install(other::transmit, bound);

        ProfileInstallationResult result = outcome.result().orElseThrow();
        assertThat(result.profileInstallationResultData().finalResult()).isInstanceOf(FinalResult.SuccessResult.class);
        assertThat(result.profileInstallationResultData().transactionId()).isEqualTo(key.keyIdentifier());
        assertThat(result.notificationMetadata().notificationAddress()).isEqualTo(FactoryWorld.ADDRESS);
        assertThat(CRYPTOGRAPHY.verify(
                        world.pki().euiccs().get(0).rspCertificate().publicKey(),
                        result.euiccSignPIR().value(),
                        result.profileInstallationResultData().encoded()))
                .isTrue();
        try (Es10 es10 = new Es10(other::transmit)) {
            assertThat(es10.enableProfile(FactoryWorld.ICCID)).isEqualTo(EnableResult.OK);
        }
        assertThat(new Terminal(other).readBinary("2FE2")).isEqualTo(FactoryWorld.ICCID.ef());
    }

    @Test
    void the_session_keys_may_protect_the_profile_too() {
        assertSuccess(FactoryWorld.install(card::transmit, WORLD.bind(FIRST, key(0))));
    }

    @Test
    void a_file_of_many_euiccs_is_read_one_by_one() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(exported.encoded());
        file.write(preload(new Euicc(SECOND), 3).encoded());
        PreloadedKeysReader reader = new PreloadedKeysReader(new ByteArrayInputStream(file.toByteArray()));
        assertThat(reader.next().orElseThrow().signed().eid()).isEqualTo(FIRST.eid());
        assertThat(reader.next().orElseThrow().signed().keys()).hasSize(3);
        assertThat(reader.next()).isEmpty();
        assertThat(reader.number()).isEqualTo(2);
    }

    @Test
    void preloading_again_makes_no_more_keys_and_exports_the_same() {
        assertThat(preload(card(FIRST), 2).signed().encoded())
                .isEqualTo(exported.signed().encoded());
        List<PreloadedKey> more = preload(card(FIRST), 3).signed().keys();
        assertThat(more).hasSize(3);
        assertThat(more.get(0).keyIdentifier()).isEqualTo(key(0).keyIdentifier());
    }

    @Test
    void keys_that_another_euicc_signed_are_refused() {
        PreloadedKeys others = preload(new Euicc(SECOND), 2);
        rejected(new PreloadedKeys(
                        others.signed(),
                        others.euiccSignature(),
                        exported.euiccCertificate(),
                        exported.eumCertificate()))
                .extracting("reason")
                .isEqualTo(PreloadedKeysRejectedException.Reason.OTHER_EID);
        rejected(with(exported.signed(), others.euiccSignature()))
                .extracting("reason")
                .isEqualTo(PreloadedKeysRejectedException.Reason.WRONG_SIGNATURE);
    }

    @Test
    void keys_of_another_curve_and_keys_that_stand_there_twice_are_refused_though_signed() {
        byte[] point = Cryptography.encodePoint(
                CRYPTOGRAPHY.generateKeyPair(EllipticCurve.BRAINPOOL_P256R1).getPublic());
        rejected(signed(List.of(new PreloadedKey(key(0).keyIdentifier(), point))))
                .extracting("reason")
                .isEqualTo(PreloadedKeysRejectedException.Reason.KEY_NOT_ON_CURVE);
        rejected(signed(List.of(key(0), key(0))))
                .extracting("reason")
                .isEqualTo(PreloadedKeysRejectedException.Reason.REPEATED_KEY_IDENTIFIER);
    }

    @Test
    void keys_of_an_euicc_under_a_foreign_certificate_issuer_are_refused() {
        FactoryWorld foreign = FactoryWorld.worlds().get(EllipticCurve.NIST_P256);
        assertThatThrownBy(() -> foreign.verifier().verify(exported, FactoryWorld.NOW))
                .isInstanceOf(CertificateRejectedException.class)
                .extracting("reason")
                .isEqualTo(CertificateRejectedException.Reason.UNKNOWN_CI);
    }

    @Test
    void a_replay_is_refused_and_the_secret_is_gone_from_the_memory() {
        OfflineBoundProfilePackage bound = WORLD.bind(FIRST, key(0));
        byte[] secret = card.state().availableKeys().get(0).otsk().getEncoded();
        assertThat(contains(memory.image, secret)).isTrue();
        assertSuccess(FactoryWorld.install(card::transmit, bound));

        assertPreparation(FactoryWorld.install(card::transmit, bound), PrepareFactoryDownloadResult.USED_KEY);
        assertPreparation(FactoryWorld.install(card(FIRST)::transmit, bound), PrepareFactoryDownloadResult.USED_KEY);
        assertThat(contains(memory.image, secret)).isFalse();
    }

    @Test
    void a_package_for_another_euicc_is_refused() {
        Euicc second = new Euicc(SECOND, CRYPTOGRAPHY, FactoryWorld.CLOCK, new Memory());
        PreloadedKey own = preload(second, 1).signed().keys().get(0);
        OfflineBoundProfilePackage bound = WORLD.bind(FIRST, key(0));
        assertPreparation(FactoryWorld.install(second::transmit, bound), PrepareFactoryDownloadResult.UNKNOWN_KEY);
        assertError(
                FactoryWorld.install(second::transmit, selecting(own, bound)),
                BppCommandId.INITIALISE_SECURE_CHANNEL,
                ErrorReason.INVALID_TRANSACTION_ID);
        assertSuccess(FactoryWorld.install(second::transmit, WORLD.bind(SECOND, own)));
    }

    @Test
    void a_package_that_was_bound_to_the_key_under_another_eid_fails_and_ends_the_key() {
        OfflineBoundProfilePackage bound = WORLD.bind(SECOND, key(0));
        assertError(
                FactoryWorld.install(card::transmit, bound),
                BppCommandId.CONFIGURE_ISDP,
                ErrorReason.SCP03T_SECURITY_ERROR);
        assertPreparation(FactoryWorld.install(card::transmit, bound), PrepareFactoryDownloadResult.USED_KEY);
    }

    @Test
    void certificates_that_the_card_does_not_trust_are_refused() {
        KeyAndCertificate foreign =
                FactoryWorld.worlds().get(EllipticCurve.NIST_P256).pki().dpPb();
        assertPreparation(installBoundBy(foreign), PrepareFactoryDownloadResult.UNKNOWN_CI);
        assertPreparation(installBoundBy(WORLD.pki().dpAuth()), PrepareFactoryDownloadResult.INVALID_CERTIFICATE);
        Euicc later = new Euicc(FIRST, CRYPTOGRAPHY, FactoryWorld.YEARS_LATER, memory);
        assertPreparation(
                FactoryWorld.install(later::transmit, WORLD.bind(FIRST, key(0))),
                PrepareFactoryDownloadResult.EXPIRED_CERTIFICATE);
        assertSuccess(FactoryWorld.install(card::transmit, WORLD.bind(FIRST, key(0))));
    }

    @Test
    void a_certificate_on_another_curve_than_the_key_is_refused() {
        FactoryWorld brainpool = FactoryWorld.on(EllipticCurve.BRAINPOOL_P256R1);
        EuiccConfiguration both = EuiccConfiguration.of(
                FIRST.eid(),
                List.of(
                        WORLD.pki().certificateIssuer().rspCertificate(),
                        brainpool.pki().certificateIssuer().rspCertificate()),
                FIRST.credentials());
        OfflineBoundProfilePackage good = WORLD.bind(FIRST, key(0));
        PrepareFactoryDownloadRequest otherCurve = new PrepareFactoryDownloadRequest(
                key(0).keyIdentifier(),
                FactoryWorld.ADDRESS,
                brainpool.pki().dpPb().rspCertificate().encoded(),
                List.of());
        Outcome outcome = FactoryWorld.install(
                card(both)::transmit, new OfflineBoundProfilePackage(otherCurve, good.boundProfilePackage()));
        assertPreparation(outcome, PrepareFactoryDownloadResult.UNSUPPORTED_CURVE);
    }

    @Test
    void a_package_altered_before_its_signature_is_verified_leaves_the_key_as_it_was() {
        OfflineBoundProfilePackage good = WORLD.bind(FIRST, key(0));
        byte[] signature =
                good.boundProfilePackage().parts().initialiseSecureChannel().smdpSign();
        byte[] altered = good.boundProfilePackage().encoded().clone();
        altered[indexOf(altered, signature) + 10] ^= 1;
        assertError(
                FactoryWorld.install(card::transmit, with(good, altered)),
                BppCommandId.INITIALISE_SECURE_CHANNEL,
                ErrorReason.INVALID_SIGNATURE);
        assertSuccess(FactoryWorld.install(card::transmit, good));
    }

    @Test
    void a_package_altered_behind_fails_for_good() {
        OfflineBoundProfilePackage good = WORLD.bind(FIRST, key(0));
        byte[] altered = good.boundProfilePackage().encoded().clone();
        altered[altered.length - 1] ^= 1;
        assertError(
                FactoryWorld.install(card::transmit, with(good, altered)),
                BppCommandId.LOAD_PROFILE_ELEMENTS,
                ErrorReason.SCP03T_SECURITY_ERROR);
        assertPreparation(FactoryWorld.install(card::transmit, good), PrepareFactoryDownloadResult.USED_KEY);
        assertThat(card.state().profiles()).isEmpty();
    }

    @Test
    void an_interrupted_installation_is_begun_again_with_the_same_package_alone() {
        OfflineBoundProfilePackage bound = WORLD.bind(FIRST, key(0));
        OfflineBoundProfilePackage other = WORLD.bind(FIRST, key(0));
        interrupt(bound);
        card = card(FIRST);
        assertThat(lastResult()).isEqualTo(ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION);
        assertThat(preload(card, 0).signed().keys()).hasSize(1);

        assertError(
                FactoryWorld.install(card::transmit, other),
                BppCommandId.INITIALISE_SECURE_CHANNEL,
                ErrorReason.INVALID_TRANSACTION_ID);
        assertSuccess(FactoryWorld.install(card::transmit, bound));
    }

    @Test
    void a_station_that_begins_anew_without_a_reset_gives_up_the_installation_under_way() {
        OfflineBoundProfilePackage bound = WORLD.bind(FIRST, key(0));
        interrupt(bound);
        assertSuccess(FactoryWorld.install(card::transmit, bound));
        assertThat(card.state().notifications()).hasSize(2);
    }

    @Test
    void too_little_memory_is_no_end() {
        OfflineBoundProfilePackage bound = WORLD.bind(FIRST, key(0));
        assertError(
                FactoryWorld.install(card(FIRST.withMemory(500))::transmit, bound),
                BppCommandId.LOAD_PROFILE_ELEMENTS,
                ErrorReason.INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE);
        assertSuccess(FactoryWorld.install(card(FIRST)::transmit, bound));
    }

    @Test
    void the_lpa_waits_until_the_unused_keys_are_deleted_and_the_euicc_signs_which_they_are() {
        card = card(FIRST.withLpaBlockedWhileKeysRemain(true));
        assertSuccess(FactoryWorld.install(card::transmit, WORLD.bind(FIRST, key(0))));
        OfflineBoundProfilePackage tooLate = WORLD.bind(FIRST, key(1));
        try (Es10 es10 = new Es10(card::transmit)) {
            assertThatThrownBy(() -> es10.enableProfile(FactoryWorld.ICCID)).isInstanceOf(LpaException.class);
            assertThat(es10.retrieveNotificationsList()).hasSize(1);

            DeleteUnusedKeysResponse deleted = es10.deleteUnusedKeys();

            assertThat(deleted.signed().keyIdentifiers()).containsExactly(key(1).keyIdentifier());
            assertThat(WORLD.verifier().verify(deleted, FactoryWorld.NOW).eid()).isEqualTo(FIRST.eid());
            assertThat(es10.deleteUnusedKeys().signed().encoded())
                    .isEqualTo(deleted.signed().encoded());
            assertThat(es10.enableProfile(FactoryWorld.ICCID)).isEqualTo(EnableResult.OK);
        }
        assertPreparation(
                FactoryWorld.install(card(FIRST)::transmit, tooLate), PrepareFactoryDownloadResult.DELETED_KEY);
    }

    private Euicc card(EuiccConfiguration configuration) {
        return new Euicc(configuration, CRYPTOGRAPHY, FactoryWorld.CLOCK, memory);
    }

    private static PreloadedKeys preload(Euicc euicc, int count) {
        return euicc.preload(count, euicc.configuration().credentials().get(0));
    }

    private PreloadedKey key(int index) {
        return exported.signed().keys().get(index);
    }

    private Outcome installBoundBy(KeyAndCertificate dpPb) {
        return FactoryWorld.install(
                card::transmit,
                FactoryWorld.binding(dpPb)
                        .bind(
                                FactoryWorld.profile(),
                                FactoryWorld.METADATA,
                                new OfflineBinding.Target(FIRST.eid(), key(0))));
    }

    /** Sends a package up to the middle, and no more. */
    private void interrupt(OfflineBoundProfilePackage bound) {
        int[] left = {20};
        assertThatThrownBy(() -> FactoryWorld.install(
                        command -> {
                            if (left[0]-- == 0) {
                                throw new FactoryWorld.PowerIsCut();
                            }
                            return card.transmit(command);
                        },
                        bound))
                .isInstanceOf(FactoryWorld.PowerIsCut.class);
        assertThat(card.state().begunInstallation()).isPresent();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> rejected(PreloadedKeys keys) {
        return assertThatThrownBy(() -> WORLD.verifier().verify(keys, FactoryWorld.NOW))
                .isInstanceOf(PreloadedKeysRejectedException.class);
    }

    private PreloadedKeys signed(List<PreloadedKey> keys) {
        PreloadedKeysSigned signed =
                PreloadedKeysSigned.of(FIRST.eid(), exported.signed().euiccInfo2(), keys);
        byte[] signature = CRYPTOGRAPHY.sign(WORLD.pki().euiccs().get(0).privateKey(), signed.encoded());
        return with(signed, new EcdsaSignature(signature));
    }

    private PreloadedKeys with(PreloadedKeysSigned signed, EcdsaSignature signature) {
        return new PreloadedKeys(signed, signature, exported.euiccCertificate(), exported.eumCertificate());
    }

    private static OfflineBoundProfilePackage with(OfflineBoundProfilePackage bound, byte[] encoded) {
        return new OfflineBoundProfilePackage(bound.preparation(), new BoundProfilePackage(encoded));
    }

    private static OfflineBoundProfilePackage selecting(PreloadedKey key, OfflineBoundProfilePackage bound) {
        PrepareFactoryDownloadRequest request = bound.preparation();
        return new OfflineBoundProfilePackage(
                new PrepareFactoryDownloadRequest(
                        key.keyIdentifier(),
                        request.smdpAddress(),
                        request.smdpCertificate(),
                        request.otherCertsInChain()),
                bound.boundProfilePackage());
    }

    private ErrorReason lastResult() {
        ProfileInstallationResult last = (ProfileInstallationResult)
                card.state().notifications().get(card.state().notifications().size() - 1);
        return ((FinalResult.ErrorResult) last.profileInstallationResultData().finalResult()).errorReason();
    }

    private static void assertSuccess(Outcome outcome) {
        assertThat(outcome.result()
                        .orElseThrow()
                        .profileInstallationResultData()
                        .finalResult())
                .isInstanceOf(FinalResult.SuccessResult.class);
    }

    private static void assertError(Outcome outcome, BppCommandId command, ErrorReason reason) {
        assertThat(outcome.result()
                        .orElseThrow()
                        .profileInstallationResultData()
                        .finalResult())
                .isInstanceOfSatisfying(FinalResult.ErrorResult.class, error -> {
                    assertThat(error.bppCommandId()).isEqualTo(command);
                    assertThat(error.errorReason()).isEqualTo(reason);
                });
    }

    private static void assertPreparation(Outcome outcome, PrepareFactoryDownloadResult expected) {
        assertThat(outcome).isEqualTo(new Outcome(expected, Optional.empty()));
    }

    private static boolean contains(byte[] whole, byte[] part) {
        return indexOf(whole, part) >= 0;
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
