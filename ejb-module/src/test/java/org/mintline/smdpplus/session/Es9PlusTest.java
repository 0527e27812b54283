package org.mintline.smdpplus.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mintline.device.pki.BrokenCertificates;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.check.PackageCheck;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class Es9PlusTest {
    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final TestPki PKI = TestPki.create(
            CRYPTOGRAPHY,
            new TestPki.Parameters(
                    ADDRESS,
                    "2.999.10",
                    Set.of(EllipticCurve.values()),
                    "89049032",
                    2,
                    "Northern",
                    Instant.parse("2027-01-01T00:00:00Z")));
    private static final RspPki NIST = PKI.byCurve().get(EllipticCurve.NIST_P256);
    private static final RspPki BRAINPOOL = PKI.byCurve().get(EllipticCurve.BRAINPOOL_P256R1);
    private static final String TOKEN = "TOKEN";
    private static final FinalResult SUCCESS = new FinalResult.SuccessResult(new byte[16], new byte[2]);

    /** A world with one released order, and a device. */
    private static final class Download {
        final SmDpPlusWorld world;
        final Es9Plus es9Plus;
        final Es2Plus es2Plus;
        final String iccid;
        final SoftwareEuicc euicc;

        Download(TestDatabase database, Protection protection, RspPki pki) {
            world = new SmDpPlusWorld(database);
            iccid = world.addProfiles(world.addType(SmDpPlusWorld.PREPAID, protection), 1)
                    .get(0);
            es2Plus = world.es2Plus();
            es9Plus = world.es9Plus(PKI);
            euicc = new SoftwareEuicc(CRYPTOGRAPHY, pki, 0);
        }

        Download(TestDatabase database) {
            this(database, Protection.RANDOM_KEYS, NIST);
        }

        Download ordered(Optional<String> eid, String matchingId, Optional<String> confirmationCode, boolean release) {
            es2Plus.downloadOrder(
                    new Es2Plus.Call(NORTHERN, "1"),
                    new Es2Plus.DownloadOrder(eid, Optional.of(iccid), Optional.empty()));
            es2Plus.confirmOrder(
                    new Es2Plus.Call(NORTHERN, "2"),
                    new Es2Plus.ConfirmOrder(
                            iccid,
                            Optional.empty(),
                            Optional.of(matchingId),
                            confirmationCode,
                            Optional.empty(),
                            release));
            return this;
        }

        Download released() {
            return ordered(Optional.empty(), TOKEN, Optional.empty(), true);
        }

        Download released(String confirmationCode) {
            return ordered(Optional.empty(), TOKEN, Optional.of(confirmationCode), true);
        }

        InitiateAuthenticationResponse.Ok initiated(SoftwareEuicc device) {
            return es9Plus.initiateAuthentication(device.initiateAuthentication(ADDRESS));
        }

        AuthenticateClientResponseEs9.Ok authenticated(SoftwareEuicc device, String matchingId) {
            return es9Plus.authenticateClient(device.authenticateClient(initiated(device), matchingId));
        }

        AuthenticateClientResponseEs9.Ok authenticated() {
            return authenticated(euicc, TOKEN);
        }

        GetBoundProfilePackageResponse.Ok bound(
                SoftwareEuicc device, AuthenticateClientResponseEs9.Ok session, Optional<String> code) {
            return es9Plus.getBoundProfilePackage(device.getBoundProfilePackage(session, code));
        }

        ProfileState state() {
            return world.stateOf(iccid);
        }

        void result(TransactionId session, long seqNumber, FinalResult result) {
            es9Plus.handleNotification(euicc.result(session, iccid, seqNumber, result));
        }
    }

    private static void assertRefused(StatusCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FunctionException.class, e -> assertThat(e.statusCode())
                .isEqualTo(code));
    }

    private static FinalResult failure(ErrorReason reason) {
        return new FinalResult.ErrorResult(BppCommandId.LOAD_PROFILE_ELEMENTS, reason, Optional.empty());
    }

    private static void assertDelivers(Download download) {
        AuthenticateClientResponseEs9.Ok session = download.released().authenticated();
        assertThat(session.profileMetaData().iccid().digits()).isEqualTo(download.iccid);
        assertThat(session.smdpSigned2().ccRequiredFlag()).isFalse();
        BoundProfilePackage.Content content =
                download.euicc.open(download.bound(download.euicc, session, Optional.empty()));
        assertThat(new String(content.profile().encoded(), StandardCharsets.US_ASCII))
                .startsWith(download.iccid);
        assertThat(download.state()).isEqualTo(ProfileState.DOWNLOADED);
        download.result(session.transactionId(), 1, SUCCESS);
        assertThat(download.state()).isEqualTo(ProfileState.INSTALLED);
        assertThat(download.world.refusals()).isEmpty();
    }

    @OnEveryDatabase
    void a_profile_under_random_keys_is_delivered_and_installed(TestDatabase database) {
        assertDelivers(new Download(database));
    }

    @OnEveryDatabase
    void a_profile_under_session_keys_is_delivered_and_installed(TestDatabase database) {
        assertDelivers(new Download(database, Protection.SESSION_KEYS, NIST));
    }

    @OnEveryDatabase
    void a_profile_is_delivered_on_brainpoolP256r1(TestDatabase database) {
        assertDelivers(new Download(database, Protection.RANDOM_KEYS, BRAINPOOL));
    }

    @OnEveryDatabase
    void the_operator_is_told_of_download_installation_and_what_follows(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        download.result(session.transactionId(), 1, SUCCESS);
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 2, NotificationEvent.NOTIFICATION_ENABLE));
        assertThat(download.state()).isEqualTo(ProfileState.ENABLED);
        assertThat(download.world.told())
                .satisfiesExactly(
                        body -> assertThat(body).contains("\"notificationPointId\":3", download.iccid, "2.999.10"),
                        body -> assertThat(body)
                                .contains("\"notificationPointId\":4", "resultData", "Executed-Success"),
                        body -> assertThat(body).contains("\"notificationPointId\":101"));
    }

    @OnEveryDatabase
    void initiateAuthentication_refuses_what_does_not_fit(TestDatabase database) {
        Download download = new Download(database);
        assertRefused(
                StatusCode.SMDP_ADDRESS_INVALID,
                () -> download.es9Plus.initiateAuthentication(
                        download.euicc.initiateAuthentication("other.mintline.test")));
        assertThat(download.es9Plus
                        .initiateAuthentication(download.euicc.initiateAuthentication("SMDPPLUS.mintline.test"))
                        .transactionId())
                .isNotEqualTo(download.initiated(download.euicc).transactionId());
    }

    @OnEveryDatabase
    void a_request_that_is_repeated_gets_the_same_answer(TestDatabase database) {
        Download download = new Download(database).released();
        InitiateAuthenticationResponse.Ok initiated = download.initiated(download.euicc);
        AuthenticateClientRequest authenticate = download.euicc.authenticateClient(initiated, TOKEN);
        AuthenticateClientResponseEs9.Ok session = download.es9Plus.authenticateClient(authenticate);
        assertThat(download.es9Plus.authenticateClient(authenticate).encoded()).isEqualTo(session.encoded());
        GetBoundProfilePackageRequest bind = download.euicc.getBoundProfilePackage(session, Optional.empty());
        byte[] first = download.es9Plus.getBoundProfilePackage(bind).boundProfilePackage();
        assertThat(download.es9Plus.getBoundProfilePackage(bind).boundProfilePackage())
                .isEqualTo(first);
    }

    @OnEveryDatabase
    void a_step_out_of_order_is_refused(TestDatabase database) {
        Download download = new Download(database).released();
        InitiateAuthenticationResponse.Ok initiated = download.initiated(download.euicc);
        AuthenticateClientResponseEs9.Ok session =
                download.es9Plus.authenticateClient(download.euicc.authenticateClient(initiated, TOKEN));
        assertRefused(
                StatusCode.TRANSACTION_ID_UNKNOWN,
                () -> download.es9Plus.authenticateClient(download.euicc.authenticateClient(initiated, TOKEN)));
        GetBoundProfilePackageRequest bind = download.euicc.getBoundProfilePackage(session, Optional.empty());
        download.es9Plus.getBoundProfilePackage(bind);
        download.result(session.transactionId(), 1, SUCCESS);
        assertRefused(StatusCode.TRANSACTION_ID_UNKNOWN, () -> download.es9Plus.getBoundProfilePackage(bind));
    }

    @OnEveryDatabase
    void a_session_that_waited_too_long_is_unknown(TestDatabase database) {
        Download download = new Download(database).released();
        InitiateAuthenticationResponse.Ok initiated = download.initiated(download.euicc);
        download.world.pass(Duration.ofMinutes(16));
        assertRefused(
                StatusCode.TRANSACTION_ID_UNKNOWN,
                () -> download.es9Plus.authenticateClient(download.euicc.authenticateClient(initiated, TOKEN)));
    }

    @OnEveryDatabase
    void an_eUICC_whose_certificates_do_not_hold_is_refused(TestDatabase database) {
        Download download = new Download(database).released();
        BrokenCertificates broken = new BrokenCertificates(CRYPTOGRAPHY, NIST, PKI.parameters());
        assertRefusedWith(
                download,
                broken.brokenEum(BrokenCertificates.Flaw.WRONG_SIGNATURE),
                StatusCode.EUM_CERTIFICATE_INVALID);
        assertRefusedWith(
                download, broken.brokenEum(BrokenCertificates.Flaw.EXPIRED), StatusCode.EUM_CERTIFICATE_EXPIRED);
        assertRefusedWith(
                download, broken.brokenEum(BrokenCertificates.Flaw.FOREIGN_CI), StatusCode.CI_PUBLIC_KEY_UNKNOWN);
        assertRefusedWith(
                download,
                broken.brokenEuicc(BrokenCertificates.Flaw.WRONG_SIGNATURE),
                StatusCode.EUICC_CERTIFICATE_INVALID);
        assertRefusedWith(
                download, broken.brokenEuicc(BrokenCertificates.Flaw.EXPIRED), StatusCode.EUICC_CERTIFICATE_EXPIRED);
        assertRefusedWith(
                download,
                broken.brokenEuicc(BrokenCertificates.Flaw.EID_OUTSIDE_RANGE),
                StatusCode.EUICC_CERTIFICATE_INVALID);
    }

    private static void assertRefusedWith(Download download, BrokenCertificates.Chain chain, StatusCode code) {
        SoftwareEuicc forged = new SoftwareEuicc(CRYPTOGRAPHY, NIST, chain.eum(), chain.euicc());
        assertRefused(code, () -> download.authenticated(forged, TOKEN));
    }

    @OnEveryDatabase
    void a_wrong_challenge_is_refused(TestDatabase database) {
        Download download = new Download(database).released();
        InitiateAuthenticationResponse.Ok initiated = download.initiated(download.euicc);
        assertRefused(
                StatusCode.EUICC_SIGNATURE_INVALID,
                () -> download.es9Plus.authenticateClient(
                        download.euicc.authenticateClient(initiated, Optional.of(TOKEN), new byte[16])));
    }

    @OnEveryDatabase
    void orders_are_found_by_MatchingID_or_EID_alone(TestDatabase database) {
        Download download = new Download(database);
        SoftwareEuicc other = new SoftwareEuicc(CRYPTOGRAPHY, NIST, 1);
        download.ordered(Optional.of(download.euicc.eid()), TOKEN, Optional.empty(), false);
        assertRefused(StatusCode.PROFILE_NOT_RELEASED, () -> download.authenticated());
        download.es2Plus.releaseProfile(new Es2Plus.Call(NORTHERN, "3"), download.iccid);
        assertRefused(StatusCode.MATCHING_ID_REFUSED, () -> download.authenticated(download.euicc, "UNKNOWN"));
        assertRefused(StatusCode.EID_UNEXPECTED, () -> download.authenticated(other, TOKEN));
        assertRefused(StatusCode.EID_UNEXPECTED, () -> download.authenticated(other, ""));
        assertThat(download.authenticated(download.euicc, "")
                        .profileMetaData()
                        .iccid()
                        .digits())
                .isEqualTo(download.iccid);
        InitiateAuthenticationResponse.Ok initiated = download.initiated(download.euicc);
        assertThat(download.es9Plus
                        .authenticateClient(download.euicc.authenticateClient(
                                initiated,
                                Optional.empty(),
                                initiated.serverSigned1().serverChallenge()))
                        .profileMetaData()
                        .iccid()
                        .digits())
                .isEqualTo(download.iccid);
    }

    @OnEveryDatabase
    void an_eUICC_that_lacks_a_mandatory_service_is_not_eligible(TestDatabase database) {
        Download download = new Download(database).released();
        SoftwareEuicc without = download.euicc.with(Set.of(UiccCapability.USIM_SUPPORT));
        assertRefused(StatusCode.NO_ELIGIBLE_PROFILE, () -> download.authenticated(without, TOKEN));
        assertThat(download.state()).isEqualTo(ProfileState.RELEASED);
        assertThat(download.world.told()).singleElement().satisfies(body -> assertThat(body)
                .contains("\"notificationPointId\":1", "8.2.5", "milenage"));
    }

    @OnEveryDatabase
    void an_expired_order_is_refused(TestDatabase database) {
        Download download = new Download(database).released();
        download.world.pass(Duration.ofDays(91));
        assertRefused(StatusCode.DOWNLOAD_ORDER_EXPIRED, download::authenticated);
    }

    @OnEveryDatabase
    void an_order_ends_when_its_attempts_are_used_up(TestDatabase database) {
        Download download = new Download(database).released();
        for (int attempt = 0; attempt < 3; attempt++) {
            download.bound(download.euicc, download.authenticated(), Optional.empty());
        }
        assertRefused(StatusCode.DOWNLOAD_RETRIES_EXCEEDED, download::authenticated);
        assertThat(download.state()).isEqualTo(ProfileState.ERROR);
        assertRefused(StatusCode.MATCHING_ID_REFUSED, download::authenticated);
    }

    @OnEveryDatabase
    void a_retry_with_the_same_otPK_gets_the_same_package_for_its_own_session(TestDatabase database) {
        Download download = new Download(database).released();
        byte[] first = download.bound(download.euicc, download.authenticated(), Optional.empty())
                .boundProfilePackage();
        AuthenticateClientResponseEs9.Ok retry = download.authenticated();
        assertThat(retry.smdpSigned2().bppEuiccOtpk()).isPresent();
        GetBoundProfilePackageResponse.Ok second = download.bound(download.euicc, retry, Optional.empty());
        assertThat(new BoundProfilePackage(second.boundProfilePackage()).parts().sequenceOf88())
                .usingElementComparator(Arrays::compare)
                .isEqualTo(new BoundProfilePackage(first).parts().sequenceOf88());
        assertThat(new String(download.euicc.open(second).profile().encoded(), StandardCharsets.US_ASCII))
                .startsWith(download.iccid);
    }

    @OnEveryDatabase
    void a_retry_with_another_otPK_gets_a_new_binding(TestDatabase database) {
        Download download = new Download(database, Protection.SESSION_KEYS, NIST).released();
        download.bound(download.euicc, download.authenticated(), Optional.empty());
        download.euicc.forgetOneTimeKeys();
        GetBoundProfilePackageResponse.Ok second =
                download.bound(download.euicc, download.authenticated(), Optional.empty());
        assertThat(new String(download.euicc.open(second).profile().encoded(), StandardCharsets.US_ASCII))
                .startsWith(download.iccid);
    }

    @OnEveryDatabase
    void of_two_devices_with_one_code_only_the_first_gets_the_profile(TestDatabase database) {
        Download download = new Download(database).released();
        SoftwareEuicc other = new SoftwareEuicc(CRYPTOGRAPHY, NIST, 1);
        AuthenticateClientResponseEs9.Ok first = download.authenticated();
        AuthenticateClientResponseEs9.Ok second = download.authenticated(other, TOKEN);
        download.bound(download.euicc, first, Optional.empty());
        assertRefused(
                StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING, () -> download.bound(other, second, Optional.empty()));
        assertRefused(StatusCode.EID_UNEXPECTED, () -> download.authenticated(other, TOKEN));
    }

    @OnEveryDatabase
    void an_order_that_was_cancelled_and_placed_anew_is_not_open_to_an_old_session(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.es2Plus.cancelOrder(
                new Es2Plus.Call(NORTHERN, "3"),
                new Es2Plus.CancelOrder(download.iccid, Optional.empty(), Optional.of(TOKEN), "Available"));
        download.es2Plus.downloadOrder(
                new Es2Plus.Call(NORTHERN, "4"),
                new Es2Plus.DownloadOrder(Optional.empty(), Optional.of(download.iccid), Optional.empty()));
        download.es2Plus.confirmOrder(
                new Es2Plus.Call(NORTHERN, "5"),
                new Es2Plus.ConfirmOrder(
                        download.iccid,
                        Optional.empty(),
                        Optional.of("ANOTHER"),
                        Optional.empty(),
                        Optional.empty(),
                        true));
        assertRefused(
                StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING,
                () -> download.bound(download.euicc, session, Optional.empty()));
    }

    @OnEveryDatabase
    void confirmation_codes_are_asked_for_counted_and_end_the_order(TestDatabase database) {
        Download download = new Download(database).released("1234");
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        assertThat(session.smdpSigned2().ccRequiredFlag()).isTrue();
        assertRefused(
                StatusCode.CONFIRMATION_CODE_MISSING, () -> download.bound(download.euicc, session, Optional.empty()));
        assertRefused(
                StatusCode.CONFIRMATION_CODE_REFUSED,
                () -> download.bound(download.euicc, session, Optional.of("1111")));
        assertRefused(
                StatusCode.CONFIRMATION_CODE_REFUSED,
                () -> download.bound(download.euicc, session, Optional.of("2222")));
        assertRefused(
                StatusCode.CONFIRMATION_CODE_RETRIES_EXCEEDED,
                () -> download.bound(download.euicc, session, Optional.of("3333")));
        assertThat(download.state()).isEqualTo(ProfileState.ERROR);
        assertThat(download.world.told()).hasSize(3);
        assertRefused(StatusCode.MATCHING_ID_REFUSED, download::authenticated);
    }

    @OnEveryDatabase
    void the_right_confirmation_code_opens_the_order(TestDatabase database) {
        Download download = new Download(database).released("1234");
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        assertRefused(
                StatusCode.CONFIRMATION_CODE_REFUSED,
                () -> download.bound(download.euicc, session, Optional.of("1111")));
        download.bound(download.euicc, session, Optional.of("1234"));
        assertThat(download.state()).isEqualTo(ProfileState.DOWNLOADED);
    }

    @OnEveryDatabase
    void a_temporary_failure_leaves_the_profile_for_another_attempt_and_a_permanent_one_does_not(
            TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok first = download.authenticated();
        download.bound(download.euicc, first, Optional.empty());
        download.result(first.transactionId(), 1, failure(ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION));
        assertThat(download.state()).isEqualTo(ProfileState.DOWNLOADED);
        AuthenticateClientResponseEs9.Ok second = download.authenticated();
        download.bound(download.euicc, second, Optional.empty());
        download.result(second.transactionId(), 2, failure(ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR));
        assertThat(download.state()).isEqualTo(ProfileState.ERROR);
    }

    @OnEveryDatabase
    void a_profile_that_its_eUICC_tells_to_be_installed_is_installed_whatever_was_thought_before(
            TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        for (int attempt = 0; attempt < 3; attempt++) {
            download.bound(download.euicc, attempt == 0 ? session : download.authenticated(), Optional.empty());
        }
        assertRefused(StatusCode.DOWNLOAD_RETRIES_EXCEEDED, download::authenticated);
        assertThat(download.state()).isEqualTo(ProfileState.ERROR);
        download.result(session.transactionId(), 1, SUCCESS);
        assertThat(download.state()).isEqualTo(ProfileState.INSTALLED);
        assertThat(download.world.told()).last().asString().contains("\"notificationPointId\":4", "Executed-Success");
    }

    @OnEveryDatabase
    void a_notification_counts_once_and_late_ones_change_nothing(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        for (int time = 0; time < 3; time++) {
            download.result(session.transactionId(), 1, SUCCESS);
        }
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 3, NotificationEvent.NOTIFICATION_DISABLE));
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 2, NotificationEvent.NOTIFICATION_ENABLE));
        assertThat(download.state()).isEqualTo(ProfileState.DISABLED);
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 4, NotificationEvent.NOTIFICATION_DELETE));
        assertThat(download.state()).isEqualTo(ProfileState.DELETED);
        assertThat(download.world.told()).hasSize(5);
    }

    @OnEveryDatabase
    void one_number_for_two_notifications_of_an_eUICC_is_refused_and_shows_in_the_audit_trail(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        download.result(session.transactionId(), 1, SUCCESS);
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 1, NotificationEvent.NOTIFICATION_ENABLE));
        assertThat(download.state()).isEqualTo(ProfileState.INSTALLED);
        assertThat(download.world.refusals()).hasSize(1);
    }

    @OnEveryDatabase
    void a_notification_of_another_eUICC_is_not_believed(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        SoftwareEuicc other = new SoftwareEuicc(CRYPTOGRAPHY, NIST, 1);
        download.es9Plus.handleNotification(other.result(session.transactionId(), download.iccid, 1, SUCCESS));
        download.es9Plus.handleNotification(
                other.notification(download.iccid, 2, NotificationEvent.NOTIFICATION_DELETE));
        download.es9Plus.handleNotification(download.euicc.result(new TransactionId("00"), download.iccid, 1, SUCCESS));
        assertThat(download.state()).isEqualTo(ProfileState.DOWNLOADED);
        assertThat(download.world.refusals()).hasSize(3);
    }

    @OnEveryDatabase
    void cancelSession_ends_the_order_or_lets_the_device_come_back(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok postponed = download.authenticated();
        TransactionId session = postponed.transactionId();
        assertRefused(
                StatusCode.SMDP_OID_INVALID,
                () -> download.es9Plus.cancelSession(download.euicc.cancelSession(
                        session, CancelSessionReason.POSTPONED, new ObjectIdentifier("2.999.11"))));
        download.es9Plus.cancelSession(
                download.euicc.cancelSession(session, CancelSessionReason.POSTPONED, SoftwareEuicc.SMDP_OID));
        assertThat(download.state()).isEqualTo(ProfileState.RELEASED);
        assertRefused(
                StatusCode.TRANSACTION_ID_UNKNOWN, () -> download.bound(download.euicc, postponed, Optional.empty()));
        TransactionId rejected = download.authenticated().transactionId();
        download.es9Plus.cancelSession(
                download.euicc.cancelSession(rejected, CancelSessionReason.END_USER_REJECTION, SoftwareEuicc.SMDP_OID));
        assertThat(download.state()).isEqualTo(ProfileState.ERROR);
        assertThat(download.world
                        .catalogue()
                        .find(Optional.of(NORTHERN.id()), download.iccid)
                        .orElseThrow()
                        .sessions())
                .extracting(line -> line.outcome().orElseThrow())
                .containsExactlyInAnyOrder("POSTPONED", "END_USER_REJECTION");
    }

    @OnEveryDatabase
    void a_session_cannot_be_cancelled_by_another_eUICC(TestDatabase database) {
        Download download = new Download(database).released();
        TransactionId session = download.authenticated().transactionId();
        SoftwareEuicc other = new SoftwareEuicc(CRYPTOGRAPHY, NIST, 1);
        assertRefused(
                StatusCode.EUICC_SIGNATURE_INVALID,
                () -> download.es9Plus.cancelSession(
                        other.cancelSession(session, CancelSessionReason.END_USER_REJECTION, SoftwareEuicc.SMDP_OID)));
        assertThat(download.state()).isEqualTo(ProfileState.RELEASED);
    }

    @OnEveryDatabase
    void the_catalogue_counts_what_happened(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        download.result(session.transactionId(), 1, SUCCESS);
        var day = java.time.LocalDate.of(2027, 1, 4);
        assertThat(download.world.catalogue().outcomes(Optional.of(NORTHERN.id()), day, day))
                .containsExactly(new org.mintline.smdpplus.ProfileCatalogue.DailyOutcome(day, "Installed", 1));
        assertThat(download.world.catalogue().stock(Optional.of(NORTHERN.id())))
                .extracting(stock -> stock.state() + " " + stock.count())
                .isEqualTo(List.of("INSTALLED 1"));
    }

    @OnEveryDatabase
    void a_refusal_at_authenticateClient_ends_the_session_and_is_counted(TestDatabase database) {
        Download download = new Download(database).released();
        SoftwareEuicc without = download.euicc.with(Set.of(UiccCapability.USIM_SUPPORT));
        AuthenticateClientRequest ineligible = without.authenticateClient(download.initiated(without), TOKEN);
        assertRefused(StatusCode.NO_ELIGIBLE_PROFILE, () -> download.es9Plus.authenticateClient(ineligible));
        assertRefused(StatusCode.NO_ELIGIBLE_PROFILE, () -> download.es9Plus.authenticateClient(ineligible));
        InitiateAuthenticationResponse.Ok initiated = download.initiated(download.euicc);
        assertRefused(
                StatusCode.MATCHING_ID_REFUSED,
                () -> download.es9Plus.authenticateClient(download.euicc.authenticateClient(initiated, "UNKNOWN")));
        assertRefused(
                StatusCode.TRANSACTION_ID_UNKNOWN,
                () -> download.es9Plus.authenticateClient(download.euicc.authenticateClient(initiated, TOKEN)));
        download.result(initiated.transactionId(), 1, SUCCESS);
        assertThat(download.state()).isEqualTo(ProfileState.RELEASED);
        var day = java.time.LocalDate.of(2027, 1, 4);
        assertThat(download.world.catalogue().outcomes(Optional.of(NORTHERN.id()), day, day))
                .extracting(outcome -> outcome.outcome() + " " + outcome.count())
                .containsExactly("NO_ELIGIBLE_PROFILE 1");
        assertThat(download.world.catalogue().outcomes(Optional.empty(), day, day))
                .extracting(outcome -> outcome.outcome() + " " + outcome.count())
                .containsExactly("MATCHING_ID_REFUSED 1", "NO_ELIGIBLE_PROFILE 1");
        assertThat(download.world
                        .catalogue()
                        .find(Optional.of(NORTHERN.id()), download.iccid)
                        .orElseThrow()
                        .sessions())
                .extracting(line -> line.outcome().orElseThrow())
                .containsExactly("NO_ELIGIBLE_PROFILE");
        SoftwareEuicc able = download.euicc.with(Set.of(UiccCapability.values()));
        assertThat(download.authenticated(able, TOKEN).transactionId()).isNotEqualTo(initiated.transactionId());
    }

    @OnEveryDatabase
    void the_package_of_a_template_is_delivered_with_the_data_of_its_subscriber(TestDatabase database) {
        Download download = new Download(database);
        Iccid iccid = Iccid.withCheckDigit("898821177777777777");
        download.world.createType(new ProfileTypes.NewProfileType(
                "5g",
                "",
                SourceFormat.TEMPLATE,
                DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8),
                StoreMetadataRequest.of(iccid, "Northern", "Northern 5G"),
                Protection.RANDOM_KEYS,
                Optional.empty()));
        download.world.addProfile(
                "5g",
                iccid,
                Map.of(
                        "imsi", "001010000000001",
                        "ki", "00112233445566778899aabbccddeeff",
                        "opc", "ffeeddccbbaa99887766554433221100"));
        download.es2Plus.downloadOrder(
                new Es2Plus.Call(NORTHERN, "1"),
                new Es2Plus.DownloadOrder(Optional.empty(), Optional.of(iccid.digits()), Optional.empty()));
        download.es2Plus.confirmOrder(
                new Es2Plus.Call(NORTHERN, "2"),
                new Es2Plus.ConfirmOrder(
                        iccid.digits(),
                        Optional.empty(),
                        Optional.of(TOKEN),
                        Optional.empty(),
                        Optional.empty(),
                        true));
        Es9Plus es9Plus = download.world.es9Plus(PKI, download.world.personalisation());
        SoftwareEuicc euicc = download.euicc.with(Set.of(UiccCapability.values()));
        AuthenticateClientResponseEs9.Ok session = es9Plus.authenticateClient(
                euicc.authenticateClient(es9Plus.initiateAuthentication(euicc.initiateAuthentication(ADDRESS)), TOKEN));
        ProfilePackage delivered = ProfilePackage.decode(
                euicc.open(es9Plus.getBoundProfilePackage(euicc.getBoundProfilePackage(session, Optional.empty())))
                        .profile()
                        .encoded());
        assertThat(delivered
                        .first("header")
                        .orElseThrow()
                        .node()
                        .child("iccid")
                        .orElseThrow()
                        .value())
                .isEqualTo(HexFormat.of().parseHex(iccid.padded()));
        assertThat(PackageCheck.isSound(PackageCheck.findings(delivered))).isTrue();
    }

    @OnEveryDatabase
    void packages_are_protected_ahead_of_their_orders(TestDatabase database) {
        Download download = new Download(database).released();
        assertThat(download.world.protectAhead()).isEqualTo(1);
        assertThat(download.world.protectAhead()).isZero();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        BoundProfilePackage.Content content =
                download.euicc.open(download.bound(download.euicc, session, Optional.empty()));
        assertThat(content.replaceSessionKeys()).isPresent();
    }

    @OnEveryDatabase
    void sessions_of_silent_devices_expire_each_with_its_audit_line(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok bound = download.authenticated();
        download.bound(download.euicc, bound, Optional.empty());
        AuthenticateClientResponseEs9.Ok silent = download.authenticated();
        download.initiated(download.euicc);
        download.world.pass(Duration.ofMinutes(16));
        download.world.audited().clear();
        download.world.purge();
        assertThat(download.world.audited()).singleElement().satisfies(line -> {
            assertThat(line.operator()).contains(NORTHERN.id());
            assertThat(line.subject()).isEqualTo("profile:" + download.iccid);
            assertThat(line.detail()).isEqualTo("AUTHENTICATED -> EXPIRED, session " + silent.transactionId());
        });
        download.world.pass(Duration.ofDays(90));
        download.world.audited().clear();
        download.world.purge();
        assertThat(download.world.audited())
                .extracting(line -> line.detail())
                .contains("BOUND -> EXPIRED, session " + bound.transactionId());
    }

    @OnEveryDatabase
    void the_content_of_a_notification_goes_and_its_repetition_is_still_known(TestDatabase database) {
        Download download = new Download(database).released();
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        download.result(session.transactionId(), 1, SUCCESS);
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 2, NotificationEvent.NOTIFICATION_ENABLE));
        download.world.pass(Duration.ofDays(399));
        download.world.purge();
        assertThat(database.execute("update notification_receipt set event = event where content is null"))
                .isZero();
        download.world.pass(Duration.ofDays(1));
        download.world.purge();
        assertThat(database.execute("update notification_receipt set event = event where content is null"))
                .isEqualTo(2);
        int told = download.world.told().size();
        download.es9Plus.handleNotification(
                download.euicc.notification(download.iccid, 2, NotificationEvent.NOTIFICATION_ENABLE));
        assertThat(download.world.told()).hasSize(told);
        assertThat(download.world.refusals()).isEmpty();
    }

    @OnEveryDatabase
    void what_is_too_old_is_purged(TestDatabase database) {
        Download download = new Download(database).released();
        download.initiated(download.euicc);
        AuthenticateClientResponseEs9.Ok session = download.authenticated();
        download.bound(download.euicc, session, Optional.empty());
        download.result(session.transactionId(), 1, SUCCESS);
        download.world.pass(Duration.ofDays(2));
        download.world.purge();
        assertThat(database.execute("delete from bound_package") + database.execute("delete from protected_package"))
                .isZero();
        assertThat(database.execute("delete from rsp_session where state = 'INITIATED'"))
                .isZero();
        assertThat(download.world
                        .catalogue()
                        .find(Optional.of(NORTHERN.id()), download.iccid)
                        .orElseThrow()
                        .sessions())
                .hasSize(1);
        download.world.pass(Duration.ofDays(100));
        download.world.purge();
        assertThat(database.execute("delete from rsp_session") + database.execute("delete from function_call"))
                .isZero();
    }
}
