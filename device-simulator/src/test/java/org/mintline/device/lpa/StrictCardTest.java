package org.mintline.device.lpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.Faults;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileState;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.DeleteResult;
import org.mintline.rsp.es10.EnableResult;

/** The card against an SM-DP+ with the keys of SGP.26: what is right is installed, what is wrong is refused for the right reason. */
class StrictCardTest {
    private static final UnaryOperator<byte[]> SPOIL = bytes -> {
        byte[] spoilt = bytes.clone();
        spoilt[spoilt.length - 1] ^= 1;
        return spoilt;
    };

    private EuiccConfiguration configuration;
    private Euicc card;
    private Sgp26Server server;
    private Lpa lpa;

    static List<String> profiles() {
        return Sgp26.profiles();
    }

    @BeforeEach
    void new_card_and_server() {
        Sgp26.assumeHere();
        configuration = Sgp26.euicc();
        begin(configuration);
    }

    private void begin(EuiccConfiguration made) {
        card = new Euicc(made, Cryptography.system(), Sgp26.CLOCK, StateStore.NONE);
        server = new Sgp26Server(made.eid());
        lpa = new Lpa(card::transmit, address -> server);
    }

    private DownloadResult download() {
        return lpa.download(DownloadRequest.ofDefault(Sgp26Server.ADDRESS), EndUser.AGREEING);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void every_generic_test_profile_is_installed_enabled_and_read(String name) {
        server.profilePackage = Sgp26.profile(name);

        DownloadResult result = download();

        assertThat(result.errorReason()).isEmpty();
        try (Es10 es10 = new Es10(card::transmit)) {
            assertThat(es10.enableProfile(Sgp26Server.ICCID)).isEqualTo(EnableResult.OK);
            assertThat(es10.getProfilesInfo()).singleElement().satisfies(info -> assertThat(info.profileState())
                    .contains(ProfileState.ENABLED));
        }
        Terminal terminal = new Terminal(card);
        assertThat(terminal.readBinary("2FE2")).isEqualTo(Sgp26Server.ICCID.ef());
        terminal.selectApplication("A0000000871002");
        assertThat(terminal.command("0020000108" + "30303030FFFFFFFF")).isEqualTo("9000");
        assertThat(terminal.readBinary("6F07")).isEqualTo(HexFormat.of().parseHex("080910101032540636"));
    }

    @Test
    void the_result_is_signed_by_the_eUICC_and_delivered_once() {
        download();

        assertThat(server.notifications)
                .singleElement()
                .isInstanceOfSatisfying(ProfileInstallationResult.class, pir -> {
                    RspCertificate euicc = RspCertificate.decode(
                            configuration.credentials().get(0).euiccCertificate());
                    byte[] data = pir.profileInstallationResultData().encoded();
                    assertThat(Cryptography.system()
                                    .verify(
                                            euicc.publicKey(),
                                            pir.euiccSignPIR().value(),
                                            data))
                            .isTrue();
                });
        assertThat(lpa.deliverNotifications()).isZero();
        assertThat(server.notifications).hasSize(1);
    }

    @Test
    void a_package_protected_by_its_own_keys_is_installed() {
        server.withProfileProtectionKeys = true;

        assertThat(download().isInstalled()).isTrue();
    }

    @Test
    void a_confirmation_code_is_asked_for_and_hashed() {
        server.ccRequired = true;

        DownloadResult result =
                lpa.download(DownloadRequest.ofDefault(Sgp26Server.ADDRESS), EndUser.of(Optional.of("1234")));

        assertThat(result.isInstalled()).isTrue();
    }

    @Test
    void without_the_confirmation_code_the_session_is_cancelled() {
        server.ccRequired = true;

        assertThatThrownBy(this::download).isInstanceOf(DownloadCancelledException.class);
        assertThat(server.cancellations).hasSize(1);
    }

    @Test
    void a_wrong_signature_of_the_server_is_refused() {
        server.signature1 = SPOIL;

        assertThatThrownBy(this::download).hasMessageContaining("INVALID_SIGNATURE");
    }

    @Test
    void another_challenge_than_the_cards_is_refused() {
        server.euiccChallenge = SPOIL;

        assertThatThrownBy(this::download).hasMessageContaining("EUICC_CHALLENGE_MISMATCH");
    }

    @Test
    void a_certificate_of_another_role_is_refused() {
        server.dpAuth = "DPpb/CERT_S_SM_DPpb_ECDSA_NIST.der";
        server.dpAuthKey = "DPpb/SK_S_SM_DPpb_ECDSA_NIST.pem";

        assertThatThrownBy(this::download).hasMessageContaining("INVALID_CERTIFICATE");
    }

    @Test
    void a_certificate_under_a_key_that_the_card_does_not_sign_under_is_refused() {
        server.dpAuth = "DPauth/CERT_S_SM_DPauth_ECDSA_BRP.der";
        server.dpAuthKey = "DPauth/SK_S_SM_DPauth_ECDSA_BRP.pem";

        assertThatThrownBy(this::download).hasMessageContaining("CI_PK_UNKNOWN");
    }

    @Test
    void a_wrong_signature_of_the_offer_is_refused() {
        server.signature2 = SPOIL;

        assertThatThrownBy(this::download).hasMessageContaining("INVALID_SIGNATURE");
    }

    @Test
    void a_binding_certificate_of_another_server_is_refused() {
        server.dpPb = "DPpb/CERT_S_SM_DP2pb_ECDSA_NIST.der";
        server.dpPbKey = "DPpb/SK_S_SM_DP2pb_ECDSA_NIST.pem";

        assertThatThrownBy(this::download).hasMessageContaining("INVALID_CERTIFICATE");
    }

    @Test
    void a_package_bound_to_another_session_is_refused() {
        server.boundTransactionId = SPOIL;

        assertThat(download().errorReason()).contains(ErrorReason.INVALID_TRANSACTION_ID);
    }

    @Test
    void a_spoilt_segment_is_refused_and_leaves_no_profile() {
        server.bound = SPOIL;

        assertThat(download().errorReason()).contains(ErrorReason.SCP03T_SECURITY_ERROR);
        assertThat(card.state().profiles()).isEmpty();
    }

    @Test
    void a_profile_that_is_there_already_is_refused() {
        download();

        assertThat(download().errorReason()).contains(ErrorReason.INSTALL_FAILED_DUE_TO_ICCID_ALREADY_EXISTS_ON_EUICC);
        assertThat(card.state().profiles()).hasSize(1);
    }

    @Test
    void a_profile_that_does_not_fit_into_the_memory_is_refused() {
        begin(configuration.withMemory(10_000));

        assertThat(download().errorReason())
                .contains(ErrorReason.INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE);
        assertThat(card.state().profiles()).isEmpty();
    }

    @Test
    void a_test_profile_is_refused_by_a_card_that_takes_none() {
        begin(configuration.withTestProfileSupport(false));
        server.metadata = Sgp26Server.metadata(ProfileClass.TEST);

        assertThat(download().errorReason()).contains(ErrorReason.UNSUPPORTED_PROFILE_CLASS);
    }

    @Test
    void metadata_with_another_ICCID_than_the_profile_are_refused() {
        StoreMetadataRequest other = StoreMetadataRequest.of(
                org.mintline.rsp.identification.Iccid.withCheckDigit("890001234567890199"), "GSMA", "Other");
        server.metadata = other;

        assertThat(download().errorReason()).contains(ErrorReason.INSTALL_FAILED_DUE_TO_DATA_MISMATCH);
    }

    @Test
    void a_policy_rule_that_nobody_may_use_cancels_the_session() {
        StoreMetadataRequest plain = server.metadata;
        server.metadata = new StoreMetadataRequest(
                plain.iccid(),
                plain.serviceProviderName(),
                plain.profileName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(org.mintline.rsp.data.OperatorId.of("001", "01")),
                Set.of(PprId.PPR1),
                List.of());

        assertThatThrownBy(this::download)
                .isInstanceOfSatisfying(DownloadCancelledException.class, e -> assertThat(e.reason())
                        .isEqualTo(CancelSessionReason.PPR_NOT_ALLOWED));
    }

    @Test
    void a_one_time_key_is_used_again_when_the_server_asks_for_it() {
        server.bound = SPOIL;
        card.setFaults(Faults.NONE.withErrorReason(ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION));
        download();
        byte[] first = server.lastOtpk;
        card.setFaults(Faults.NONE);
        server.bound = UnaryOperator.identity();
        server.bppEuiccOtpk = Optional.of(first);

        assertThat(download().isInstalled()).isTrue();
        assertThat(server.lastOtpk).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(ErrorReason.class)
    void a_card_can_be_told_to_fail_for_each_reason(ErrorReason reason) {
        card.setFaults(Faults.NONE.withErrorReason(reason));

        assertThat(download().errorReason()).contains(reason);
        assertThat(card.state().profiles()).isEmpty();
    }

    @Test
    void a_disabled_profile_is_deleted_and_an_enabled_one_is_not() {
        download();
        try (Es10 es10 = new Es10(card::transmit)) {
            es10.enableProfile(Sgp26Server.ICCID);
            assertThat(es10.deleteProfile(Sgp26Server.ICCID)).isEqualTo(DeleteResult.PROFILE_NOT_IN_DISABLED_STATE);
            es10.disableProfile(Sgp26Server.ICCID);
            assertThat(es10.deleteProfile(Sgp26Server.ICCID)).isEqualTo(DeleteResult.OK);
            assertThat(es10.getProfilesInfo()).isEmpty();
        }
    }

    @Test
    void life_cycle_notifications_go_where_the_metadata_say() {
        StoreMetadataRequest plain = server.metadata;
        server.metadata = new StoreMetadataRequest(
                plain.iccid(),
                plain.serviceProviderName(),
                plain.profileName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new org.mintline.rsp.data.NotificationConfigurationInformation(
                        Set.of(NotificationEvent.values()), Sgp26Server.ADDRESS)),
                Optional.empty(),
                Set.of(),
                List.of());
        download();
        try (Es10 es10 = new Es10(card::transmit)) {
            es10.enableProfile(Sgp26Server.ICCID);
            es10.disableProfile(Sgp26Server.ICCID);
            es10.deleteProfile(Sgp26Server.ICCID);
        }

        lpa.deliverNotifications();

        assertThat(server.notifications)
                .extracting(n -> n.notificationMetadata().profileManagementOperation())
                .containsExactly(
                        NotificationEvent.NOTIFICATION_INSTALL,
                        NotificationEvent.NOTIFICATION_ENABLE,
                        NotificationEvent.NOTIFICATION_DISABLE,
                        NotificationEvent.NOTIFICATION_DELETE);
        assertThat(server.notifications)
                .extracting(n -> n.notificationMetadata().seqNumber())
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
