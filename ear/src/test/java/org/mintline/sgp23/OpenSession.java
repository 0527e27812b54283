package org.mintline.sgp23;

import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.EuiccCancelSessionSigned;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.identification.TransactionId;

/**
 * A session that is open, and the order that it is for: what the cases of CancelSession have in common, whether a package was
 * handed out before or not.
 */
record OpenSession(Way way, SimulatedDevice device, DownloadOrder.Placed order, TransactionId transactionId) {
    /** The order is at its end: its MatchingID leads nowhere. */
    void endsTheOrder(CancelSessionReason reason) {
        device.es9plus().cancelSession(device.cancelSession(transactionId, reason));

        way.failed(() -> device.offer(order.matchingId()), "8.2.6/3.8", "MATCHING_ID_REFUSED");
    }

    /** The device may come back: it is offered the profile, and gets it. */
    void keepsTheOrder(CancelSessionReason reason) {
        device.es9plus().cancelSession(device.cancelSession(transactionId, reason));

        device.install(device.bound(device.prepareDownload(device.offer(order.matchingId()))));
    }

    /** A TransactionID in the request that the SM-DP+ has not given. */
    void isUnknownInTheRequest() {
        CancelSessionRequestEs9 good = device.cancelSession(transactionId, CancelSessionReason.END_USER_REJECTION);
        refuses(
                new CancelSessionRequestEs9(SimulatedDevice.UNKNOWN_TRANSACTION, good.cancelSessionResponse()),
                "8.10.1/3.9",
                "INVALID_TRANSACTION_ID");
    }

    /** A TransactionID in what the eUICC signed that the SM-DP+ has not given. */
    void isUnknownInWhatIsSigned() {
        CancelSessionResponse.Ok good =
                (CancelSessionResponse.Ok) device.cancelSession(transactionId, CancelSessionReason.POSTPONED)
                        .cancelSessionResponse();
        EuiccCancelSessionSigned signed = EuiccCancelSessionSigned.of(
                SimulatedDevice.UNKNOWN_TRANSACTION,
                good.euiccCancelSessionSigned().smdpOid(),
                CancelSessionReason.END_USER_REJECTION);
        refuses(
                new CancelSessionRequestEs9(
                        transactionId, new CancelSessionResponse.Ok(signed, device.sign(signed.encoded()))),
                "8.10.1/3.9",
                "INVALID_TRANSACTION_ID");
    }

    /** A signature that does not fit. */
    void hasAnInvalidSignature() {
        device.setFault(Fault.EUICC_CANCEL_SESSION_SIGNATURE);
        refuses(
                device.cancelSession(transactionId, CancelSessionReason.END_USER_REJECTION),
                "8.1/6.1",
                "EUICC_SIGNATURE_INVALID");
    }

    /** The object identifier of another SM-DP+. */
    void hasAnInvalidOid() {
        device.setFault(Fault.SMDP_OID_OF_CANCEL_SESSION);
        refuses(
                device.cancelSession(transactionId, CancelSessionReason.END_USER_REJECTION),
                "8.8/3.10",
                "UNDEFINED_ERROR");
    }

    /** The call is refused, and the order is as it was. */
    private void refuses(CancelSessionRequestEs9 request, String statusCodes, String errorName) {
        way.failed(() -> device.es9plus().cancelSession(request), statusCodes, errorName);
        device.offer(order.matchingId());
    }
}
