package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * The request of a function of ES10a, ES10b or ES10c, known by its tag (SGP.22 v2.5, clause 5.7.2). The pieces of a Bound
 * Profile Package are none: ES10b.LoadBoundProfilePackage has no request of its own.
 */
public sealed interface Es10Request
        permits EuiccConfiguredAddressesRequest,
                SetDefaultDpAddressRequest,
                PrepareDownloadRequest,
                GetEuiccChallengeRequest,
                GetEuiccInfo1Request,
                GetEuiccInfo2Request,
                ListNotificationRequest,
                RetrieveNotificationsListRequest,
                NotificationSentRequest,
                LoadCrlRequest,
                AuthenticateServerRequest,
                CancelSessionRequest,
                GetRatRequest,
                ProfileInfoListRequest,
                EnableProfileRequest,
                DisableProfileRequest,
                DeleteProfileRequest,
                EuiccMemoryResetRequest,
                GetEuiccDataRequest,
                SetNicknameRequest {
    /** Reads the whole of an input. */
    static Es10Request decode(byte[] input) {
        Tlv tlv = Tlv.decode(input, DecodeLimits.MESSAGE);
        return switch (tlv.tag()) {
            case EuiccConfiguredAddressesRequest.TAG -> EuiccConfiguredAddressesRequest.decode(tlv);
            case SetDefaultDpAddressRequest.TAG -> SetDefaultDpAddressRequest.decode(tlv);
            case PrepareDownloadRequest.TAG -> PrepareDownloadRequest.decode(tlv);
            case GetEuiccChallengeRequest.TAG -> GetEuiccChallengeRequest.decode(tlv);
            case GetEuiccInfo1Request.TAG -> GetEuiccInfo1Request.decode(tlv);
            case GetEuiccInfo2Request.TAG -> GetEuiccInfo2Request.decode(tlv);
            case ListNotificationRequest.TAG -> ListNotificationRequest.decode(tlv);
            case RetrieveNotificationsListRequest.TAG -> RetrieveNotificationsListRequest.decode(tlv);
            case NotificationSentRequest.TAG -> NotificationSentRequest.decode(tlv);
            case LoadCrlRequest.TAG -> LoadCrlRequest.decode(tlv);
            case AuthenticateServerRequest.TAG -> AuthenticateServerRequest.decode(tlv);
            case CancelSessionRequest.TAG -> CancelSessionRequest.decode(tlv);
            case GetRatRequest.TAG -> GetRatRequest.decode(tlv);
            case ProfileInfoListRequest.TAG -> ProfileInfoListRequest.decode(tlv);
            case EnableProfileRequest.TAG -> EnableProfileRequest.decode(tlv);
            case DisableProfileRequest.TAG -> DisableProfileRequest.decode(tlv);
            case DeleteProfileRequest.TAG -> DeleteProfileRequest.decode(tlv);
            case EuiccMemoryResetRequest.TAG -> EuiccMemoryResetRequest.decode(tlv);
            case GetEuiccDataRequest.TAG -> GetEuiccDataRequest.decode(tlv);
            case SetNicknameRequest.TAG -> SetNicknameRequest.decode(tlv);
            default -> throw new DecodeException("ES10 request", 0, "has the unknown tag " + tlv.name());
        };
    }

    /** The data object. */
    byte[] encoded();
}
