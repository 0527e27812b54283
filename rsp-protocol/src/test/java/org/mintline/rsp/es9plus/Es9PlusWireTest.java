package org.mintline.rsp.es9plus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.CancelSessionResponseError;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.DecodeException;

/** The tags on the wire of the ASN.1 binding, written by hand from SGP.22 annex H. */
class Es9PlusWireTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String METADATA = "bf2510" + "5a0a989444999999990930f1" + "9100" + "9200";
    private static final String SMDP_SIGNED_2 = "300780020102" + "0101ff";
    private static final String INSTALLATION_RESULT = wrap(
            "bf37",
            wrap(
                            "bf27",
                            "80020102" + "bf2f09" + "800101" + "81020780" + "0c00" + "060388370a" + "a208a106"
                                    + "800105" + "81010c")
                    + "5f37020304");

    @Test
    void every_function_has_its_tag() {
        String euiccInfo1 = wrap("bf20", "8203020500" + "a9040402" + "0102" + "aa00");
        String function = wrap("bf39", "8110" + "00".repeat(16) + "8303612e62" + euiccInfo1);
        byte[] input = HEX.parseHex(wrap("a2", function));
        InitiateAuthenticationRequest request =
                (InitiateAuthenticationRequest) RemoteProfileProvisioningRequest.decode(input);
        assertThat(request.smdpAddress()).isEqualTo("a.b");
        assertThat(request.euiccInfo1().euiccCiPKIdListForSigning()).isEmpty();
        assertThat(request.body()).isEqualTo(input);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bf410a" + "8003010203" + "a103810105",
                "bf410d" + "8003010203" + "a106bf4103810105",
                "bf410b" + "8003010203" + "bf4103810105"
            })
    void the_cancel_session_response_is_read_in_each_form_that_clients_send(String hex) {
        CancelSessionRequestEs9 request = CancelSessionRequestEs9.decode(HEX.parseHex(hex));
        assertThat(request.transactionId()).isEqualTo(new TransactionId("010203"));
        assertThat(request.cancelSessionResponse())
                .isEqualTo(new CancelSessionResponse.Error(CancelSessionResponseError.INVALID_TRANSACTION_ID));
        assertThat(HEX.formatHex(request.encoded())).isEqualTo("bf410a8003010203a103810105");
    }

    static Stream<String> notifications() {
        return Stream.of(wrap("bf3d", wrap("a0", INSTALLATION_RESULT)), wrap("bf3d", INSTALLATION_RESULT));
    }

    @ParameterizedTest
    @MethodSource("notifications")
    void a_notification_is_read_with_and_without_the_tag_of_its_choice(String hex) {
        HandleNotification request = HandleNotification.decode(HEX.parseHex(hex));
        assertThat(request.pendingNotification()).isInstanceOfSatisfying(ProfileInstallationResult.class, result -> {
            assertThat(result.profileInstallationResultData().smdpOid())
                    .hasValueSatisfying(oid -> assertThat(oid.text()).isEqualTo("2.999.10"));
            assertThat(result.profileInstallationResultData().finalResult())
                    .isInstanceOfSatisfying(FinalResult.ErrorResult.class, error -> {
                        assertThat(error.bppCommandId()).isEqualTo(BppCommandId.LOAD_PROFILE_ELEMENTS);
                        assertThat(error.errorReason())
                                .isEqualTo(ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR);
                    });
            assertThat(HEX.formatHex(result.encoded())).isEqualTo(INSTALLATION_RESULT);
        });
    }

    @Test
    void other_notifications_have_the_tag_of_a_sequence() {
        String signed = wrap("30", "bf2f09" + "800102" + "81020410" + "0c00" + "5f370103" + "3000" + "3000");
        HandleNotification request = HandleNotification.decode(HEX.parseHex(wrap("bf3d", wrap("a0", signed))));
        assertThat(request.pendingNotification())
                .isInstanceOfSatisfying(OtherSignedNotification.class, notification -> assertThat(
                                notification.notificationMetadata().profileManagementOperation())
                        .isEqualTo(NotificationEvent.NOTIFICATION_DELETE));
    }

    static Stream<String> authenticateClientOk() {
        String signed = SMDP_SIGNED_2 + "5f37020304" + "3000";
        return Stream.of(
                wrap("bf3b", wrap("a0", "80020102" + METADATA + signed)),
                wrap("bf3b", wrap("a0", "80020102" + METADATA + wrap("bf21", signed))));
    }

    @ParameterizedTest
    @MethodSource("authenticateClientOk")
    void the_answer_to_authenticate_client_is_read_in_its_old_form_and_in_its_new(String hex) {
        AuthenticateClientResponseEs9 response = AuthenticateClientResponseEs9.decode(HEX.parseHex(hex));
        assertThat(response).isInstanceOfSatisfying(AuthenticateClientResponseEs9.Ok.class, ok -> {
            assertThat(ok.smdpSigned2().ccRequiredFlag()).isTrue();
            assertThat(HEX.formatHex(ok.smdpSigned2().encoded())).isEqualTo(SMDP_SIGNED_2);
            assertThat(HEX.formatHex(ok.profileMetaData().encoded())).isEqualTo(METADATA);
        });
        assertThat(HEX.formatHex(response.encoded()))
                .isEqualTo(authenticateClientOk().findFirst().orElseThrow());
    }

    @Test
    void a_failed_function_answers_its_integer() {
        assertThat(HEX.formatHex(new GetBoundProfilePackageResponse.Error(
                                GetBoundProfilePackageError.of(StatusCode.TRANSACTION_ID_UNKNOWN))
                        .body()))
                .isEqualTo("a206bf3a0381015f");
        assertThat(HEX.formatHex(new CancelSessionResponseEs9.Ok().body())).isEqualTo("a205bf4102a000");
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void every_status_code_becomes_an_integer_of_each_function(StatusCode statusCode) {
        for (ErrorCodes.ErrorCode error : new ErrorCodes.ErrorCode[] {
            InitiateAuthenticationError.of(statusCode),
            AuthenticateClientError.of(statusCode),
            GetBoundProfilePackageError.of(statusCode),
            CancelSessionError.of(statusCode)
        }) {
            boolean undefined = ((Enum<?>) error).name().equals("UNDEFINED_ERROR");
            assertThat(error.statusCodes().contains(statusCode)).isNotEqualTo(undefined);
        }
    }

    @Test
    void an_unknown_function_is_refused() {
        assertThatThrownBy(() -> RemoteProfileProvisioningRequest.decode(HEX.parseHex("a203bf7f00")))
                .isInstanceOf(DecodeException.class);
    }

    private static String wrap(String tag, String content) {
        return tag + HEX.toHexDigits((byte) (content.length() / 2)) + content;
    }
}
