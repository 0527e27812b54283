package org.mintline.rsp.fuzz;

import static net.jqwik.api.Combinators.combine;
import static org.mintline.rsp.fuzz.MessageValues.ADDRESS;
import static org.mintline.rsp.fuzz.MessageValues.CERTIFICATE;
import static org.mintline.rsp.fuzz.MessageValues.CHALLENGE;
import static org.mintline.rsp.fuzz.MessageValues.DEVICE_INFO;
import static org.mintline.rsp.fuzz.MessageValues.EID;
import static org.mintline.rsp.fuzz.MessageValues.EUICC_INFO_1;
import static org.mintline.rsp.fuzz.MessageValues.EUICC_INFO_2;
import static org.mintline.rsp.fuzz.MessageValues.EVENTS;
import static org.mintline.rsp.fuzz.MessageValues.ICCID;
import static org.mintline.rsp.fuzz.MessageValues.KEY;
import static org.mintline.rsp.fuzz.MessageValues.NOTIFICATION_METADATA;
import static org.mintline.rsp.fuzz.MessageValues.OID;
import static org.mintline.rsp.fuzz.MessageValues.OTHER_SIGNED_NOTIFICATION;
import static org.mintline.rsp.fuzz.MessageValues.PENDING_NOTIFICATION;
import static org.mintline.rsp.fuzz.MessageValues.POINT;
import static org.mintline.rsp.fuzz.MessageValues.PROFILE_INFO;
import static org.mintline.rsp.fuzz.MessageValues.PROFILE_INSTALLATION_RESULT;
import static org.mintline.rsp.fuzz.MessageValues.RAT;
import static org.mintline.rsp.fuzz.MessageValues.SEQ_NUMBER;
import static org.mintline.rsp.fuzz.MessageValues.SIGNATURE;
import static org.mintline.rsp.fuzz.MessageValues.STORE_METADATA;
import static org.mintline.rsp.fuzz.MessageValues.TRANSACTION_ID;
import static org.mintline.rsp.fuzz.MessageValues.octets;
import static org.mintline.rsp.fuzz.MessageValues.set;
import static org.mintline.rsp.fuzz.MessageValues.text;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.AuthenticateErrorCode;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.CancelSessionResponseError;
import org.mintline.rsp.es10.CtxParams1;
import org.mintline.rsp.es10.DeleteNotificationStatus;
import org.mintline.rsp.es10.DeleteProfileRequest;
import org.mintline.rsp.es10.DeleteProfileResponse;
import org.mintline.rsp.es10.DeleteResult;
import org.mintline.rsp.es10.DisableProfileRequest;
import org.mintline.rsp.es10.DisableProfileResponse;
import org.mintline.rsp.es10.DisableResult;
import org.mintline.rsp.es10.DownloadErrorCode;
import org.mintline.rsp.es10.EnableProfileRequest;
import org.mintline.rsp.es10.EnableProfileResponse;
import org.mintline.rsp.es10.EnableResult;
import org.mintline.rsp.es10.Es10Request;
import org.mintline.rsp.es10.EuiccCancelSessionSigned;
import org.mintline.rsp.es10.EuiccConfiguredAddressesRequest;
import org.mintline.rsp.es10.EuiccConfiguredAddressesResponse;
import org.mintline.rsp.es10.EuiccMemoryResetRequest;
import org.mintline.rsp.es10.EuiccMemoryResetResponse;
import org.mintline.rsp.es10.EuiccSigned1;
import org.mintline.rsp.es10.EuiccSigned2;
import org.mintline.rsp.es10.GetEuiccChallengeRequest;
import org.mintline.rsp.es10.GetEuiccChallengeResponse;
import org.mintline.rsp.es10.GetEuiccDataRequest;
import org.mintline.rsp.es10.GetEuiccDataResponse;
import org.mintline.rsp.es10.GetEuiccInfo1Request;
import org.mintline.rsp.es10.GetEuiccInfo2Request;
import org.mintline.rsp.es10.GetRatRequest;
import org.mintline.rsp.es10.GetRatResponse;
import org.mintline.rsp.es10.IsdrProprietaryApplicationTemplate;
import org.mintline.rsp.es10.ListNotificationRequest;
import org.mintline.rsp.es10.ListNotificationResponse;
import org.mintline.rsp.es10.ListNotificationsResultError;
import org.mintline.rsp.es10.LoadCrlRequest;
import org.mintline.rsp.es10.LoadCrlResponse;
import org.mintline.rsp.es10.LoadCrlResponseError;
import org.mintline.rsp.es10.LpaeSupport;
import org.mintline.rsp.es10.NotificationSearchCriteria;
import org.mintline.rsp.es10.NotificationSentRequest;
import org.mintline.rsp.es10.NotificationSentResponse;
import org.mintline.rsp.es10.NotificationsListResultError;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es10.ProfileIdentifier;
import org.mintline.rsp.es10.ProfileInfoListError;
import org.mintline.rsp.es10.ProfileInfoListRequest;
import org.mintline.rsp.es10.ProfileInfoListResponse;
import org.mintline.rsp.es10.ProfileSearchCriteria;
import org.mintline.rsp.es10.ResetOption;
import org.mintline.rsp.es10.ResetResult;
import org.mintline.rsp.es10.RetrieveNotificationsListRequest;
import org.mintline.rsp.es10.RetrieveNotificationsListResponse;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.es10.SetDefaultDpAddressRequest;
import org.mintline.rsp.es10.SetDefaultDpAddressResponse;
import org.mintline.rsp.es10.SetDefaultDpAddressResult;
import org.mintline.rsp.es10.SetNicknameRequest;
import org.mintline.rsp.es10.SetNicknameResponse;
import org.mintline.rsp.es10.SetNicknameResult;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.es9plus.AuthenticateClientError;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionError;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.CancelSessionResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageError;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.HandleNotification;
import org.mintline.rsp.es9plus.InitiateAuthenticationError;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningRequest;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningResponse;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.Tlv;

/** Every message of {@code data}, {@code es9plus} and {@code es10}. */
final class MessageCodecs {
    private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);
    private static final Arbitrary<byte[]> HASH = octets(32, 32);

    private static final Arbitrary<CtxParams1> CTX_PARAMS_1 =
            combine(text(64).optional(), DEVICE_INFO).as(CtxParams1.CtxParamsForCommonAuthentication::new);
    private static final Arbitrary<ServerSigned1> SERVER_SIGNED_1 =
            combine(TRANSACTION_ID, CHALLENGE, ADDRESS, CHALLENGE).as(ServerSigned1::of);
    private static final Arbitrary<EuiccSigned1> EUICC_SIGNED_1 = combine(
                    TRANSACTION_ID, ADDRESS, CHALLENGE, EUICC_INFO_2, CTX_PARAMS_1)
            .as(EuiccSigned1::of);
    private static final Arbitrary<SmdpSigned2> SMDP_SIGNED_2 =
            combine(TRANSACTION_ID, FLAG, POINT.optional()).as(SmdpSigned2::of);
    private static final Arbitrary<EuiccSigned2> EUICC_SIGNED_2 =
            combine(TRANSACTION_ID, POINT, HASH.optional()).as(EuiccSigned2::of);
    private static final Arbitrary<EuiccCancelSessionSigned> EUICC_CANCEL_SESSION_SIGNED = combine(
                    TRANSACTION_ID, OID, Arbitraries.of(CancelSessionReason.class))
            .as(EuiccCancelSessionSigned::of);
    private static final Arbitrary<AuthenticateServerResponse> AUTHENTICATE_SERVER_RESPONSE = Arbitraries.oneOf(
            combine(EUICC_SIGNED_1, SIGNATURE, CERTIFICATE, CERTIFICATE).as(AuthenticateServerResponse.Ok::new),
            combine(TRANSACTION_ID, Arbitraries.of(AuthenticateErrorCode.class))
                    .as(AuthenticateServerResponse.Error::new));
    private static final Arbitrary<PrepareDownloadResponse> PREPARE_DOWNLOAD_RESPONSE = Arbitraries.oneOf(
            combine(EUICC_SIGNED_2, SIGNATURE).as(PrepareDownloadResponse.Ok::new),
            combine(TRANSACTION_ID, Arbitraries.of(DownloadErrorCode.class)).as(PrepareDownloadResponse.Error::new));
    private static final Arbitrary<CancelSessionResponse> CANCEL_SESSION_RESPONSE = Arbitraries.oneOf(
            combine(EUICC_CANCEL_SESSION_SIGNED, SIGNATURE).as(CancelSessionResponse.Ok::new),
            Arbitraries.of(CancelSessionResponseError.class).map(CancelSessionResponse.Error::new));
    private static final Arbitrary<ProfileIdentifier> PROFILE_IDENTIFIER = Arbitraries.oneOf(
            octets(5, 16).map(ProfileIdentifier.OfIsdpAid::new), ICCID.map(ProfileIdentifier.OfIccid::new));
    private static final Arbitrary<ProfileSearchCriteria> PROFILE_SEARCH = Arbitraries.oneOf(
            PROFILE_IDENTIFIER, Arbitraries.of(ProfileClass.class).map(ProfileSearchCriteria.OfProfileClass::new));
    private static final Arbitrary<NotificationSearchCriteria> NOTIFICATION_SEARCH = Arbitraries.oneOf(
            SEQ_NUMBER.map(NotificationSearchCriteria.OfSeqNumber::new),
            EVENTS.map(NotificationSearchCriteria.OfEvents::new));

    private static final Arbitrary<InitiateAuthenticationRequest> INITIATE_AUTHENTICATION_REQUEST =
            combine(CHALLENGE, ADDRESS, EUICC_INFO_1).as(InitiateAuthenticationRequest::new);
    private static final Arbitrary<AuthenticateClientRequest> AUTHENTICATE_CLIENT_REQUEST =
            combine(TRANSACTION_ID, AUTHENTICATE_SERVER_RESPONSE).as(AuthenticateClientRequest::new);
    private static final Arbitrary<GetBoundProfilePackageRequest> GET_BOUND_PROFILE_PACKAGE_REQUEST =
            combine(TRANSACTION_ID, PREPARE_DOWNLOAD_RESPONSE).as(GetBoundProfilePackageRequest::new);
    private static final Arbitrary<CancelSessionRequestEs9> CANCEL_SESSION_REQUEST_ES9 =
            combine(TRANSACTION_ID, CANCEL_SESSION_RESPONSE).as(CancelSessionRequestEs9::new);
    private static final Arbitrary<HandleNotification> HANDLE_NOTIFICATION =
            PENDING_NOTIFICATION.map(HandleNotification::new);
    private static final Arbitrary<InitiateAuthenticationResponse> INITIATE_AUTHENTICATION_RESPONSE = Arbitraries.oneOf(
            combine(TRANSACTION_ID, SERVER_SIGNED_1, SIGNATURE, KEY, CERTIFICATE)
                    .as(InitiateAuthenticationResponse.Ok::new),
            Arbitraries.of(InitiateAuthenticationError.class).map(InitiateAuthenticationResponse.Error::new));
    private static final Arbitrary<AuthenticateClientResponseEs9> AUTHENTICATE_CLIENT_RESPONSE_ES9 = Arbitraries.oneOf(
            combine(TRANSACTION_ID, STORE_METADATA, SMDP_SIGNED_2, SIGNATURE, CERTIFICATE)
                    .as(AuthenticateClientResponseEs9.Ok::new),
            Arbitraries.of(AuthenticateClientError.class).map(AuthenticateClientResponseEs9.Error::new));
    private static final Arbitrary<GetBoundProfilePackageResponse> GET_BOUND_PROFILE_PACKAGE_RESPONSE =
            Arbitraries.oneOf(
                    combine(TRANSACTION_ID, octets(0, 500).map(content -> Tlv.encode(0xBF36, content)))
                            .as(GetBoundProfilePackageResponse.Ok::new),
                    Arbitraries.of(GetBoundProfilePackageError.class).map(GetBoundProfilePackageResponse.Error::new));
    private static final Arbitrary<CancelSessionResponseEs9> CANCEL_SESSION_RESPONSE_ES9 = Arbitraries.oneOf(
            Arbitraries.just(new CancelSessionResponseEs9.Ok()),
            Arbitraries.of(CancelSessionError.class).map(CancelSessionResponseEs9.Error::new));

    /** The requests of ES10, one entry a type. */
    static final List<Arbitrary<? extends Es10Request>> ES10_REQUESTS = List.of(
            Arbitraries.just(new EuiccConfiguredAddressesRequest()),
            Arbitraries.just(new GetEuiccChallengeRequest()),
            Arbitraries.just(new GetEuiccInfo1Request()),
            Arbitraries.just(new GetEuiccInfo2Request()),
            Arbitraries.just(new GetRatRequest()),
            Arbitraries.just(new GetEuiccDataRequest((byte) 0x5A)),
            ADDRESS.map(SetDefaultDpAddressRequest::new),
            combine(SMDP_SIGNED_2, SIGNATURE, HASH.optional(), CERTIFICATE).as(PrepareDownloadRequest::new),
            EVENTS.optional().map(ListNotificationRequest::new),
            NOTIFICATION_SEARCH.optional().map(RetrieveNotificationsListRequest::new),
            SEQ_NUMBER.map(NotificationSentRequest::new),
            CERTIFICATE.map(LoadCrlRequest::new),
            combine(SERVER_SIGNED_1, SIGNATURE, KEY, CERTIFICATE, CTX_PARAMS_1).as(AuthenticateServerRequest::new),
            combine(TRANSACTION_ID, Arbitraries.of(CancelSessionReason.class)).as(CancelSessionRequest::new),
            combine(PROFILE_SEARCH.optional(), octets(0, 9).optional()).as(ProfileInfoListRequest::new),
            combine(PROFILE_IDENTIFIER, FLAG).as(EnableProfileRequest::new),
            combine(PROFILE_IDENTIFIER, FLAG).as(DisableProfileRequest::new),
            PROFILE_IDENTIFIER.map(DeleteProfileRequest::new),
            set(ResetOption.class).map(EuiccMemoryResetRequest::new),
            combine(ICCID, text(64)).as(SetNicknameRequest::new));

    /** The requests of ES9+, one entry a type. */
    static final List<Arbitrary<? extends RemoteProfileProvisioningRequest>> ES9PLUS_REQUESTS = List.of(
            INITIATE_AUTHENTICATION_REQUEST,
            AUTHENTICATE_CLIENT_REQUEST,
            GET_BOUND_PROFILE_PACKAGE_REQUEST,
            CANCEL_SESSION_REQUEST_ES9,
            HANDLE_NOTIFICATION);

    /** The responses of ES9+ without what {@link RemoteProfileProvisioningResponse} puts around them. */
    static final List<Codec<?>> ES9PLUS_RESPONSES = List.of(
            new Codec<>(
                    InitiateAuthenticationResponse.class,
                    INITIATE_AUTHENTICATION_RESPONSE,
                    InitiateAuthenticationResponse::encoded,
                    InitiateAuthenticationResponse::decode),
            new Codec<>(
                    AuthenticateClientResponseEs9.class,
                    AUTHENTICATE_CLIENT_RESPONSE_ES9,
                    AuthenticateClientResponseEs9::encoded,
                    AuthenticateClientResponseEs9::decode),
            new Codec<>(
                    GetBoundProfilePackageResponse.class,
                    GET_BOUND_PROFILE_PACKAGE_RESPONSE,
                    GetBoundProfilePackageResponse::encoded,
                    GetBoundProfilePackageResponse::decode),
            new Codec<>(
                    CancelSessionResponseEs9.class,
                    CANCEL_SESSION_RESPONSE_ES9,
                    CancelSessionResponseEs9::encoded,
                    CancelSessionResponseEs9::decode));

    /** All of them. */
    static final List<Codec<?>> ALL = List.of(
            new Codec<>(EuiccInfo1.class, EUICC_INFO_1, EuiccInfo1::encoded, EuiccInfo1::decode),
            new Codec<>(EuiccInfo2.class, EUICC_INFO_2, EuiccInfo2::encoded, EuiccInfo2::decode),
            new Codec<>(
                    NotificationMetadata.class,
                    NOTIFICATION_METADATA,
                    NotificationMetadata::encoded,
                    NotificationMetadata::decode),
            new Codec<>(
                    StoreMetadataRequest.class,
                    STORE_METADATA,
                    StoreMetadataRequest::encoded,
                    StoreMetadataRequest::decode),
            new Codec<>(ProfileInfo.class, PROFILE_INFO, ProfileInfo::encoded, ProfileInfo::decode),
            new Codec<>(
                    ProfileInstallationResult.class,
                    PROFILE_INSTALLATION_RESULT,
                    ProfileInstallationResult::encoded,
                    ProfileInstallationResult::decode),
            new Codec<>(
                    PendingNotification.class,
                    PENDING_NOTIFICATION,
                    PendingNotification::encoded,
                    PendingNotification::decode),
            new Codec<>(
                    PendingNotification.class,
                    OTHER_SIGNED_NOTIFICATION.map(n -> (PendingNotification) n),
                    PendingNotification::encoded,
                    PendingNotification::decode),
            new Codec<>(ServerSigned1.class, SERVER_SIGNED_1, ServerSigned1::encoded, ServerSigned1::decode),
            new Codec<>(EuiccSigned1.class, EUICC_SIGNED_1, EuiccSigned1::encoded, EuiccSigned1::decode),
            new Codec<>(SmdpSigned2.class, SMDP_SIGNED_2, SmdpSigned2::encoded, SmdpSigned2::decode),
            new Codec<>(EuiccSigned2.class, EUICC_SIGNED_2, EuiccSigned2::encoded, EuiccSigned2::decode),
            new Codec<>(
                    EuiccCancelSessionSigned.class,
                    EUICC_CANCEL_SESSION_SIGNED,
                    EuiccCancelSessionSigned::encoded,
                    EuiccCancelSessionSigned::decode),
            new Codec<>(
                    AuthenticateServerResponse.class,
                    AUTHENTICATE_SERVER_RESPONSE,
                    AuthenticateServerResponse::encoded,
                    AuthenticateServerResponse::decode),
            new Codec<>(
                    PrepareDownloadResponse.class,
                    PREPARE_DOWNLOAD_RESPONSE,
                    PrepareDownloadResponse::encoded,
                    PrepareDownloadResponse::decode),
            new Codec<>(
                    CancelSessionResponse.class,
                    CANCEL_SESSION_RESPONSE,
                    CancelSessionResponse::encoded,
                    CancelSessionResponse::decode),
            new Codec<>(
                    GetEuiccChallengeResponse.class,
                    CHALLENGE.map(GetEuiccChallengeResponse::new),
                    GetEuiccChallengeResponse::encoded,
                    GetEuiccChallengeResponse::decode),
            new Codec<>(
                    EuiccConfiguredAddressesResponse.class,
                    combine(ADDRESS.optional(), ADDRESS).as(EuiccConfiguredAddressesResponse::new),
                    EuiccConfiguredAddressesResponse::encoded,
                    EuiccConfiguredAddressesResponse::decode),
            new Codec<>(
                    GetEuiccDataResponse.class,
                    EID.map(GetEuiccDataResponse::new),
                    GetEuiccDataResponse::encoded,
                    GetEuiccDataResponse::decode),
            new Codec<>(
                    GetRatResponse.class,
                    RAT.map(GetRatResponse::new),
                    GetRatResponse::encoded,
                    GetRatResponse::decode),
            new Codec<>(
                    ProfileInfoListResponse.class,
                    Arbitraries.oneOf(
                            PROFILE_INFO.list().ofMaxSize(3).map(ProfileInfoListResponse.Ok::new),
                            Arbitraries.of(ProfileInfoListError.class).map(ProfileInfoListResponse.Error::new)),
                    ProfileInfoListResponse::encoded,
                    ProfileInfoListResponse::decode),
            new Codec<>(
                    ListNotificationResponse.class,
                    Arbitraries.oneOf(
                            NOTIFICATION_METADATA.list().ofMaxSize(3).map(ListNotificationResponse.Ok::new),
                            Arbitraries.of(ListNotificationsResultError.class)
                                    .map(ListNotificationResponse.Error::new)),
                    ListNotificationResponse::encoded,
                    ListNotificationResponse::decode),
            new Codec<>(
                    RetrieveNotificationsListResponse.class,
                    Arbitraries.oneOf(
                            PENDING_NOTIFICATION.list().ofMaxSize(3).map(RetrieveNotificationsListResponse.Ok::new),
                            Arbitraries.of(NotificationsListResultError.class)
                                    .map(RetrieveNotificationsListResponse.Error::new)),
                    RetrieveNotificationsListResponse::encoded,
                    RetrieveNotificationsListResponse::decode),
            new Codec<>(
                    LoadCrlResponse.class,
                    Arbitraries.oneOf(
                            SEQ_NUMBER.list().ofMaxSize(3).map(LoadCrlResponse.Ok::new),
                            Arbitraries.of(LoadCrlResponseError.class).map(LoadCrlResponse.Error::new)),
                    LoadCrlResponse::encoded,
                    LoadCrlResponse::decode),
            new Codec<>(
                    EnableProfileResponse.class,
                    Arbitraries.of(EnableResult.class).map(EnableProfileResponse::new),
                    EnableProfileResponse::encoded,
                    EnableProfileResponse::decode),
            new Codec<>(
                    DisableProfileResponse.class,
                    Arbitraries.of(DisableResult.class).map(DisableProfileResponse::new),
                    DisableProfileResponse::encoded,
                    DisableProfileResponse::decode),
            new Codec<>(
                    DeleteProfileResponse.class,
                    Arbitraries.of(DeleteResult.class).map(DeleteProfileResponse::new),
                    DeleteProfileResponse::encoded,
                    DeleteProfileResponse::decode),
            new Codec<>(
                    EuiccMemoryResetResponse.class,
                    Arbitraries.of(ResetResult.class).map(EuiccMemoryResetResponse::new),
                    EuiccMemoryResetResponse::encoded,
                    EuiccMemoryResetResponse::decode),
            new Codec<>(
                    SetNicknameResponse.class,
                    Arbitraries.of(SetNicknameResult.class).map(SetNicknameResponse::new),
                    SetNicknameResponse::encoded,
                    SetNicknameResponse::decode),
            new Codec<>(
                    NotificationSentResponse.class,
                    Arbitraries.of(DeleteNotificationStatus.class).map(NotificationSentResponse::new),
                    NotificationSentResponse::encoded,
                    NotificationSentResponse::decode),
            new Codec<>(
                    SetDefaultDpAddressResponse.class,
                    Arbitraries.of(SetDefaultDpAddressResult.class).map(SetDefaultDpAddressResponse::new),
                    SetDefaultDpAddressResponse::encoded,
                    SetDefaultDpAddressResponse::decode),
            new Codec<>(
                    IsdrProprietaryApplicationTemplate.class,
                    set(LpaeSupport.class)
                            .map(s -> new IsdrProprietaryApplicationTemplate(new SpecificationVersion(2, 5, 0), s)),
                    IsdrProprietaryApplicationTemplate::encoded,
                    IsdrProprietaryApplicationTemplate::decode),
            new Codec<>(Es10Request.class, oneOf(ES10_REQUESTS), Es10Request::encoded, Es10Request::decode),
            new Codec<>(
                    RemoteProfileProvisioningRequest.class,
                    oneOf(ES9PLUS_REQUESTS),
                    RemoteProfileProvisioningRequest::body,
                    RemoteProfileProvisioningRequest::decode),
            new Codec<>(
                    RemoteProfileProvisioningResponse.class,
                    Arbitraries.oneOf(
                            INITIATE_AUTHENTICATION_RESPONSE,
                            AUTHENTICATE_CLIENT_RESPONSE_ES9,
                            GET_BOUND_PROFILE_PACKAGE_RESPONSE,
                            CANCEL_SESSION_RESPONSE_ES9),
                    RemoteProfileProvisioningResponse::body,
                    RemoteProfileProvisioningResponse::decode));

    private MessageCodecs() {}

    /** All of them, for the fuzz run. */
    static List<Decoder<?>> decoders() {
        return Stream.concat(ALL.stream(), ES9PLUS_RESPONSES.stream())
                .<Decoder<?>>map(Codec::decoder)
                .toList();
    }

    private static <T> Arbitrary<T> oneOf(List<Arbitrary<? extends T>> kinds) {
        return Arbitraries.of(kinds).flatMap(values -> values.map(value -> (T) value));
    }
}
