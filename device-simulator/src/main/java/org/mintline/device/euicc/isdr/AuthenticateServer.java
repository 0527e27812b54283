package org.mintline.device.euicc.isdr;

import java.security.MessageDigest;
import java.util.List;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.AuthenticateErrorCode;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.EuiccSigned1;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;

/** ES10b.AuthenticateServer (SGP.22 v2.5, clause 5.7.13). */
final class AuthenticateServer {
    private static final TransactionId OTHER_TRANSACTION = TransactionId.of(new byte[] {0x00});

    private final Card card;
    private final RspSession session;
    private final EuiccData data;

    AuthenticateServer(Card card, RspSession session, EuiccData data) {
        this.card = card;
        this.session = session;
        this.data = data;
    }

    AuthenticateServerResponse authenticateServer(AuthenticateServerRequest request) {
        TransactionId transactionId = request.serverSigned1().transactionId();
        try {
            byte[] challenge = session.takeChallenge()
                    .orElseThrow(() -> new RefusedException(AuthenticateErrorCode.NO_SESSION_CONTEXT));
            RspSession.Authenticated authenticated = check(request, challenge);
            return answer(request, authenticated);
        } catch (RefusedException e) {
            session.end();
            return new AuthenticateServerResponse.Error(transactionId, e.code);
        }
    }

    private RspSession.Authenticated check(AuthenticateServerRequest request, byte[] challenge) {
        EuiccCredentials credentials = card.configuration()
                .credentials(request.euiccCiPKIdToBeUsed())
                .orElseThrow(() -> new RefusedException(AuthenticateErrorCode.CI_PK_UNKNOWN));
        RspCertificate certificate = verifiedCertificate(request.serverCertificate());
        ServerSigned1 signed = request.serverSigned1();
        if (!card.cryptography()
                .verify(certificate.publicKey(), request.serverSignature1().value(), signed.encoded())) {
            throw new RefusedException(AuthenticateErrorCode.INVALID_SIGNATURE);
        }
        ObjectIdentifier oid = certificate
                .registeredId()
                .map(ObjectIdentifier::new)
                .orElseThrow(() -> new RefusedException(AuthenticateErrorCode.INVALID_OID));
        if (!MessageDigest.isEqual(challenge, signed.euiccChallenge())) {
            throw new RefusedException(AuthenticateErrorCode.EUICC_CHALLENGE_MISMATCH);
        }
        return new RspSession.Authenticated(
                signed.transactionId(), signed.serverAddress(), certificate, oid, credentials, null);
    }

    private RspCertificate verifiedCertificate(byte[] encoded) {
        try {
            RspCertificate certificate = RspCertificate.decode(encoded);
            CertificateRole role = certificate.roles().contains(CertificateRole.DS_AUTH)
                    ? CertificateRole.DS_AUTH
                    : CertificateRole.DP_AUTH;
            card.certificates()
                    .verify(role, certificate, List.of(), card.clock().instant());
            return certificate;
        } catch (CertificateRejectedException e) {
            throw new RefusedException(
                    e.reason() == CertificateRejectedException.Reason.UNKNOWN_CI
                            ? AuthenticateErrorCode.CI_PK_UNKNOWN
                            : AuthenticateErrorCode.INVALID_CERTIFICATE);
        } catch (DecodeException e) {
            throw new RefusedException(AuthenticateErrorCode.INVALID_CERTIFICATE);
        }
    }

    private AuthenticateServerResponse answer(AuthenticateServerRequest request, RspSession.Authenticated checked) {
        boolean otherTransaction = card.faults().has(Fault.TRANSACTION_ID_1);
        boolean otherChallenge = card.faults().has(Fault.SERVER_CHALLENGE);
        EuiccSigned1 signed = EuiccSigned1.of(
                otherTransaction ? OTHER_TRANSACTION : checked.transactionId(),
                checked.serverAddress(),
                otherChallenge ? new byte[16] : request.serverSigned1().serverChallenge(),
                data.euiccInfo2(),
                request.ctxParams1());
        EcdsaSignature signature = card.sign(checked.credentials(), Fault.EUICC_SIGNATURE_1, signed.encoded());
        session.setAuthenticated(new RspSession.Authenticated(
                checked.transactionId(),
                checked.serverAddress(),
                checked.serverCertificate(),
                checked.serverOid(),
                checked.credentials(),
                signature));
        return new AuthenticateServerResponse.Ok(
                signed,
                signature,
                checked.credentials().euiccCertificate(),
                checked.credentials().eumCertificate());
    }

    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final AuthenticateErrorCode code;

        RefusedException(AuthenticateErrorCode code) {
            super(code.name(), null, false, false);
            this.code = code;
        }
    }
}
