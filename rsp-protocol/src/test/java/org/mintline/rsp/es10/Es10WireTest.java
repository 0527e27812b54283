package org.mintline.rsp.es10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.ProfilePolicyAuthorisationRule;
import org.mintline.rsp.data.RulesAuthorisationTable;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;

/** The tags on the wire, written by hand from SGP.22 annex H and as open LPAs send and expect them. */
class Es10WireTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final TransactionId TRANSACTION_ID = new TransactionId("0102");
    private static final Iccid ICCID = new Iccid("8949449999999990031");
    private static final String ICCID_HEX = "5a0a989444999999990930f1";
    private static final byte[] CERTIFICATE = HEX.parseHex("3000");
    private static final byte[] AID = HEX.parseHex("a0000005591010ffffffff8900001200");

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("bf2e00", new GetEuiccChallengeRequest()),
                Arguments.of("bf2000", new GetEuiccInfo1Request()),
                Arguments.of("bf2200", new GetEuiccInfo2Request()),
                Arguments.of("bf3c00", new EuiccConfiguredAddressesRequest()),
                Arguments.of("bf4300", new GetRatRequest()),
                Arguments.of("bf3e035c015a", new GetEuiccDataRequest((byte) 0x5A)),
                Arguments.of("bf3f058003612e62", new SetDefaultDpAddressRequest("a.b")),
                Arguments.of("bf2d00", new ProfileInfoListRequest(Optional.empty(), Optional.empty())),
                Arguments.of(
                        "bf2d0ca0039501025c055a4f9f7090",
                        new ProfileInfoListRequest(
                                Optional.of(new ProfileSearchCriteria.OfProfileClass(ProfileClass.OPERATIONAL)),
                                Optional.of(HEX.parseHex("5a4f9f7090")))),
                Arguments.of(
                        "bf3111a00c" + ICCID_HEX + "8101ff",
                        new EnableProfileRequest(new ProfileIdentifier.OfIccid(ICCID), true)),
                Arguments.of(
                        "bf3217a0124f10a0000005591010ffffffff8900001200810100",
                        new DisableProfileRequest(new ProfileIdentifier.OfIsdpAid(AID), false)),
                Arguments.of("bf330c" + ICCID_HEX, new DeleteProfileRequest(new ProfileIdentifier.OfIccid(ICCID))),
                Arguments.of(
                        "bf3404820205a0",
                        new EuiccMemoryResetRequest(Set.of(
                                ResetOption.DELETE_OPERATIONAL_PROFILES, ResetOption.RESET_DEFAULT_SMDP_ADDRESS))),
                Arguments.of("bf2911" + ICCID_HEX + "9003414243", new SetNicknameRequest(ICCID, "ABC")),
                Arguments.of("bf2800", new ListNotificationRequest(Optional.empty())),
                Arguments.of(
                        "bf280481020780",
                        new ListNotificationRequest(Optional.of(Set.of(NotificationEvent.NOTIFICATION_INSTALL)))),
                Arguments.of(
                        "bf2b05a003800105",
                        new RetrieveNotificationsListRequest(
                                Optional.of(new NotificationSearchCriteria.OfSeqNumber(5)))),
                Arguments.of(
                        "bf2b06a00481020410",
                        new RetrieveNotificationsListRequest(Optional.of(new NotificationSearchCriteria.OfEvents(
                                Set.of(NotificationEvent.NOTIFICATION_DELETE))))),
                Arguments.of("bf3004800200ff", new NotificationSentRequest(255)),
                Arguments.of(
                        "bf410780020102810101",
                        new CancelSessionRequest(TRANSACTION_ID, CancelSessionReason.POSTPONED)),
                Arguments.of("bf3504a0020500", new LoadCrlRequest(HEX.parseHex("30020500"))),
                Arguments.of(
                        "bf2110" + "300780020102010100" + "5f37020304" + "3000",
                        new PrepareDownloadRequest(
                                SmdpSigned2.of(TRANSACTION_ID, false, Optional.empty()),
                                new EcdsaSignature(new byte[] {3, 4}),
                                Optional.empty(),
                                CERTIFICATE)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_has_the_tags_of_the_standard(String hex, Es10Request request) {
        assertThat(HEX.formatHex(request.encoded())).isEqualTo(hex);
        assertThat(Es10Request.decode(HEX.parseHex(hex)))
                .usingRecursiveComparison()
                .isEqualTo(request);
    }

    static Stream<Arguments> responses() {
        return Stream.of(
                Arguments.of("bf3103800103", new EnableProfileResponse(EnableResult.DISALLOWED_BY_POLICY).encoded()),
                Arguments.of(
                        "bf3203800102",
                        new DisableProfileResponse(DisableResult.PROFILE_NOT_IN_ENABLED_STATE).encoded()),
                Arguments.of("bf330380017f", new DeleteProfileResponse(DeleteResult.UNDEFINED_ERROR).encoded()),
                Arguments.of("bf3403800101", new EuiccMemoryResetResponse(ResetResult.NOTHING_TO_DELETE).encoded()),
                Arguments.of("bf2903800100", new SetNicknameResponse(SetNicknameResult.OK).encoded()),
                Arguments.of("bf3003800100", new NotificationSentResponse(DeleteNotificationStatus.OK).encoded()),
                Arguments.of("bf3f03800100", new SetDefaultDpAddressResponse(SetDefaultDpAddressResult.OK).encoded()),
                Arguments.of(
                        "bf2e128010000102030405060708090a0b0c0d0e0f",
                        new GetEuiccChallengeResponse(HEX.parseHex("000102030405060708090a0b0c0d0e0f")).encoded()),
                Arguments.of(
                        "bf3e125a1089049032123451234512345678901235",
                        new GetEuiccDataResponse(new Eid("89049032123451234512345678901235")).encoded()),
                Arguments.of(
                        "bf3c058103612e62", new EuiccConfiguredAddressesResponse(Optional.empty(), "a.b").encoded()),
                Arguments.of(
                        "bf2d03810101",
                        new ProfileInfoListResponse.Error(ProfileInfoListError.INCORRECT_INPUT_VALUES).encoded()),
                Arguments.of(
                        "bf281aa018bf2f15" + "800107" + "81020640" + "0c00" + ICCID_HEX,
                        new ListNotificationResponse.Ok(List.of(NotificationMetadata.of(
                                        7, NotificationEvent.NOTIFICATION_ENABLE, "", Optional.of(ICCID))))
                                .encoded()),
                Arguments.of(
                        "bf2b0381017f",
                        new RetrieveNotificationsListResponse.Error(NotificationsListResultError.UNDEFINED_ERROR)
                                .encoded()),
                Arguments.of(
                        "bf4315a0133011" + "80020640" + "a1073005800362f210" + "82020780",
                        new GetRatResponse(new RulesAuthorisationTable(List.of(new ProfilePolicyAuthorisationRule(
                                        Set.of(PprId.PPR1), List.of(OperatorId.of("262", "01")), true))))
                                .encoded()),
                Arguments.of("bf3502a000", new LoadCrlResponse.Ok(List.of()).encoded()),
                Arguments.of("bf3509a007a0053003800102", new LoadCrlResponse.Ok(List.of(2L)).encoded()),
                Arguments.of(
                        "bf3809a10780020102020106",
                        new AuthenticateServerResponse.Error(
                                        TRANSACTION_ID, AuthenticateErrorCode.EUICC_CHALLENGE_MISMATCH)
                                .encoded()),
                Arguments.of(
                        "bf2109a10780020102020104",
                        new PrepareDownloadResponse.Error(TRANSACTION_ID, DownloadErrorCode.NO_SESSION_CONTEXT)
                                .encoded()),
                Arguments.of(
                        "bf4115a013" + "300c800201028103" + "88370a" + "820103" + "5f3702" + "0506",
                        new CancelSessionResponse.Ok(
                                        EuiccCancelSessionSigned.of(
                                                TRANSACTION_ID,
                                                new ObjectIdentifier("2.999.10"),
                                                CancelSessionReason.PPR_NOT_ALLOWED),
                                        new EcdsaSignature(new byte[] {5, 6}))
                                .encoded()),
                Arguments.of(
                        "bf4103810105",
                        new CancelSessionResponse.Error(CancelSessionResponseError.INVALID_TRANSACTION_ID).encoded()));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void a_response_has_the_tags_of_the_standard(String hex, byte[] encoded) {
        assertThat(HEX.formatHex(encoded)).isEqualTo(hex);
    }

    @Test
    void an_lpa_with_a_tac_alone_is_understood() {
        CtxParams1 params = AuthenticateServerRequest.decode(HEX.parseHex(
                        "bf3854" + "302a80020102" + "8110" + "00".repeat(16) + "8300" + "8410" + "00".repeat(16)
                                + "5f370101" + "0414" + "22".repeat(20) + "3000"
                                + "a00aa1088004" + "35290611" + "a100"))
                .ctxParams1();
        assertThat(params).isInstanceOfSatisfying(CtxParams1.CtxParamsForCommonAuthentication.class, common -> {
            assertThat(common.matchingId()).isEmpty();
            assertThat(common.deviceInfo().tac().digits()).isEqualTo("53926011");
            assertThat(common.deviceInfo().imei()).isEmpty();
        });
    }

    @Test
    void an_unknown_request_is_refused() {
        assertThatThrownBy(() -> Es10Request.decode(HEX.parseHex("bf7f00"))).isInstanceOf(DecodeException.class);
    }

    @Test
    void an_error_of_a_later_version_is_undefined() {
        assertThat(AuthenticateServerResponse.decode(HEX.parseHex("bf3809a1078002010202010b")))
                .isEqualTo(new AuthenticateServerResponse.Error(TRANSACTION_ID, AuthenticateErrorCode.UNDEFINED_ERROR));
        assertThat(CancelSessionReason.of(6)).isEqualTo(CancelSessionReason.UNDEFINED_REASON);
    }

    @Test
    void ci_keys_are_compared_by_value() {
        assertThat(new SubjectKeyIdentifier(new byte[] {1})).isEqualTo(new SubjectKeyIdentifier(new byte[] {1}));
    }
}
