package org.mintline.device.euicc.isdr;

import java.util.Optional;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;

/** The RSP session of the card: one at a time, forgotten with the power (SGP.22 v2.5, clause 3.1.3). */
final class RspSession {
    private byte[] euiccChallenge;
    private Authenticated authenticated;
    private Prepared prepared;

    /**
     * What AuthenticateServer left.
     *
     * @param transactionId the session
     * @param serverAddress the address in serverSigned1
     * @param serverCertificate CERT.DPauth or CERT.DSauth
     * @param serverOid the object identifier in that certificate
     * @param credentials what the card signs with
     * @param euiccSignature1 the signature that the server's next one covers
     */
    record Authenticated(
            TransactionId transactionId,
            String serverAddress,
            RspCertificate serverCertificate,
            ObjectIdentifier serverOid,
            EuiccCredentials credentials,
            EcdsaSignature euiccSignature1) {}

    /**
     * What PrepareDownload or PrepareFactoryDownload left: all that the loading of a package needs.
     *
     * @param transactionId the session, or the identifier of a preloaded key
     * @param smdpOid the object identifier in CERT.DPpb
     * @param notificationAddress where the result goes
     * @param credentials what the card signs the result with
     * @param smdpCertificate CERT.DPpb
     * @param key otPK.EUICC.ECKA and otSK.EUICC.ECKA
     */
    record Prepared(
            TransactionId transactionId,
            ObjectIdentifier smdpOid,
            String notificationAddress,
            EuiccCredentials credentials,
            RspCertificate smdpCertificate,
            LoadKey key) {}

    /** Begins anew with a challenge; every session before it is over. */
    void begin(byte[] challenge) {
        end();
        euiccChallenge = challenge.clone();
    }

    /** Is over. */
    void end() {
        euiccChallenge = null;
        authenticated = null;
        prepared = null;
    }

    /** The challenge that was not used yet; it can be taken once. */
    Optional<byte[]> takeChallenge() {
        Optional<byte[]> challenge = Optional.ofNullable(euiccChallenge);
        euiccChallenge = null;
        return challenge;
    }

    Optional<Authenticated> authenticated() {
        return Optional.ofNullable(authenticated);
    }

    void setAuthenticated(Authenticated result) {
        authenticated = result;
    }

    Optional<Prepared> prepared() {
        return Optional.ofNullable(prepared);
    }

    void setPrepared(Prepared result) {
        prepared = result;
    }
}
