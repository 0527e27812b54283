package org.mintline.device.euicc.isdr;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.device.euicc.state.OneTimeKey;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.DownloadErrorCode;
import org.mintline.rsp.es10.EuiccSigned2;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;

/** ES10b.PrepareDownload (SGP.22 v2.5, clause 5.7.5). */
final class PrepareDownload {
    private static final TransactionId OTHER_TRANSACTION = TransactionId.of(new byte[] {0x00});

    private final Card card;
    private final RspSession session;

    PrepareDownload(Card card, RspSession session) {
        this.card = card;
        this.session = session;
    }

    PrepareDownloadResponse prepareDownload(PrepareDownloadRequest request) {
        TransactionId transactionId = request.smdpSigned2().transactionId();
        try {
            RspSession.Authenticated authenticated = session.authenticated()
                    .orElseThrow(() -> new RefusedException(DownloadErrorCode.NO_SESSION_CONTEXT));
            RspCertificate certificate = check(request, authenticated);
            OneTimeKey key = oneTimeKey(request.smdpSigned2(), authenticated);
            session.setPrepared(new RspSession.Prepared(
                    authenticated.transactionId(),
                    authenticated.serverOid(),
                    authenticated.serverAddress(),
                    authenticated.credentials(),
                    certificate,
                    new LoadKey.OfSession(card.state(), key)));
            card.state().keep(key);
            card.commit();
            return answer(request, authenticated, key);
        } catch (RefusedException e) {
            session.end();
            return new PrepareDownloadResponse.Error(transactionId, e.code);
        }
    }

    private RspCertificate check(PrepareDownloadRequest request, RspSession.Authenticated authenticated) {
        RspCertificate certificate = verifiedCertificate(request.smdpCertificate(), authenticated);
        SmdpSigned2 signed = request.smdpSigned2();
        boolean genuine = card.cryptography()
                .verify(
                        certificate.publicKey(),
                        request.smdpSignature2().value(),
                        signed.encoded(),
                        authenticated.euiccSignature1().encoded());
        if (!genuine) {
            throw new RefusedException(DownloadErrorCode.INVALID_SIGNATURE);
        }
        if (!signed.transactionId().equals(authenticated.transactionId())) {
            throw new RefusedException(DownloadErrorCode.INVALID_TRANSACTION_ID);
        }
        boolean leftOut = card.faults().has(Fault.NO_HASH_CC);
        if (signed.ccRequiredFlag() && request.hashCc().isEmpty() && !leftOut) {
            throw new RefusedException(DownloadErrorCode.UNDEFINED_ERROR);
        }
        return certificate;
    }

    /** CERT.DPpb has to come from the same CI key as CERT.DPauth, and to name the same SM-DP+. */
    private RspCertificate verifiedCertificate(byte[] encoded, RspSession.Authenticated authenticated) {
        try {
            RspCertificate certificate = RspCertificate.decode(encoded);
            card.certificates()
                    .verify(
                            CertificateRole.DP_PB,
                            certificate,
                            List.of(),
                            card.clock().instant());
            boolean sameServer = certificate
                    .registeredId()
                    .filter(authenticated.serverOid().text()::equals)
                    .isPresent();
            if (!sameServer) {
                throw new RefusedException(DownloadErrorCode.INVALID_CERTIFICATE);
            }
            if (certificate.curve() != authenticated.serverCertificate().curve()) {
                throw new RefusedException(DownloadErrorCode.UNSUPPORTED_CURVE);
            }
            return certificate;
        } catch (CertificateRejectedException | DecodeException e) {
            throw new RefusedException(DownloadErrorCode.INVALID_CERTIFICATE);
        }
    }

    /** The key pair that the SM-DP+ asks for, if it is still there; a new one else. */
    private OneTimeKey oneTimeKey(SmdpSigned2 signed, RspSession.Authenticated authenticated) {
        Optional<OneTimeKey> earlier = signed.bppEuiccOtpk()
                .filter(otpk -> !card.faults().has(Fault.NEW_OTPK_ON_RETRY))
                .flatMap(otpk -> card.state().oneTimeKey(authenticated.serverOid(), otpk));
        return earlier.orElseGet(() -> {
            KeyPair pair = card.cryptography()
                    .generateKeyPair(authenticated.serverCertificate().curve());
            return new OneTimeKey(
                    authenticated.serverOid(), Cryptography.encodePoint(pair.getPublic()), pair.getPrivate());
        });
    }

    private PrepareDownloadResponse answer(
            PrepareDownloadRequest request, RspSession.Authenticated authenticated, OneTimeKey key) {
        boolean otherTransaction = card.faults().has(Fault.TRANSACTION_ID_2);
        boolean withHash =
                request.smdpSigned2().ccRequiredFlag() && !card.faults().has(Fault.NO_HASH_CC);
        EuiccSigned2 signed = EuiccSigned2.of(
                otherTransaction ? OTHER_TRANSACTION : authenticated.transactionId(),
                key.otpk(),
                withHash ? request.hashCc() : Optional.empty());
        EcdsaSignature signature = card.sign(
                authenticated.credentials(),
                Fault.EUICC_SIGNATURE_2,
                signed.encoded(),
                request.smdpSignature2().encoded());
        return new PrepareDownloadResponse.Ok(signed, signature);
    }

    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final DownloadErrorCode code;

        RefusedException(DownloadErrorCode code) {
            super(code.name(), null, false, false);
            this.code = code;
        }
    }
}
