package org.mintline.device.euicc.isdr;

import java.util.Optional;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.CancelSessionResponseError;
import org.mintline.rsp.es10.EuiccCancelSessionSigned;
import org.mintline.rsp.identification.ObjectIdentifier;

/** ES10b.CancelSession (SGP.22 v2.5, clause 5.7.14). */
final class CancelSession {
    private static final ObjectIdentifier OTHER_OID = new ObjectIdentifier("2.999.99");

    private final Card card;
    private final RspSession session;

    CancelSession(Card card, RspSession session) {
        this.card = card;
        this.session = session;
    }

    CancelSessionResponse cancelSession(CancelSessionRequest request) {
        Optional<RspSession.Authenticated> open = session.authenticated()
                .filter(authenticated -> authenticated.transactionId().equals(request.transactionId()));
        if (open.isEmpty()) {
            return new CancelSessionResponse.Error(CancelSessionResponseError.INVALID_TRANSACTION_ID);
        }
        boolean otherOid = card.faults().has(Fault.SMDP_OID_OF_CANCEL_SESSION);
        EuiccCancelSessionSigned signed = EuiccCancelSessionSigned.of(
                request.transactionId(), otherOid ? OTHER_OID : open.get().serverOid(), request.reason());
        EcdsaSignature signature =
                card.sign(open.get().credentials(), Fault.EUICC_CANCEL_SESSION_SIGNATURE, signed.encoded());
        session.end();
        return new CancelSessionResponse.Ok(signed, signature);
    }
}
