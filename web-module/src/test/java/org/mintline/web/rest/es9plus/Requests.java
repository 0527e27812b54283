package org.mintline.web.rest.es9plus;

import java.util.List;
import java.util.Optional;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.AuthenticateErrorCode;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.CancelSessionResponseError;
import org.mintline.rsp.es10.DownloadErrorCode;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.HandleNotification;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.Tlv;

/** One request of each function of ES9+, as short as it can be. */
final class Requests {
    private static final List<SubjectKeyIdentifier> KEYS = List.of(new SubjectKeyIdentifier(new byte[20]));
    private static final byte[] CERTIFICATE = Tlv.encode(0x30, new byte[8]);

    static final InitiateAuthenticationRequest INITIATE_AUTHENTICATION = new InitiateAuthenticationRequest(
            new byte[16], "smdpplus.mintline.test", EuiccInfo1.of(new SpecificationVersion(2, 2, 0), KEYS, KEYS));

    static final AuthenticateClientRequest AUTHENTICATE_CLIENT = new AuthenticateClientRequest(
            RecordedEs9Plus.TRANSACTION_ID,
            new AuthenticateServerResponse.Error(
                    RecordedEs9Plus.TRANSACTION_ID, AuthenticateErrorCode.UNDEFINED_ERROR));

    static final GetBoundProfilePackageRequest GET_BOUND_PROFILE_PACKAGE = new GetBoundProfilePackageRequest(
            RecordedEs9Plus.TRANSACTION_ID,
            new PrepareDownloadResponse.Error(RecordedEs9Plus.TRANSACTION_ID, DownloadErrorCode.UNDEFINED_ERROR));

    static final CancelSessionRequestEs9 CANCEL_SESSION = new CancelSessionRequestEs9(
            RecordedEs9Plus.TRANSACTION_ID,
            new CancelSessionResponse.Error(CancelSessionResponseError.UNDEFINED_ERROR));

    static final HandleNotification HANDLE_NOTIFICATION = new HandleNotification(OtherSignedNotification.of(
            NotificationMetadata.of(
                    7, NotificationEvent.NOTIFICATION_ENABLE, "smdpplus.mintline.test", Optional.empty()),
            new EcdsaSignature(new byte[64]),
            CERTIFICATE,
            CERTIFICATE));

    private Requests() {}
}
