package org.mintline.rsp.es8plus;

import java.security.KeyPair;
import java.security.PublicKey;
import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.crypto.Signer;

/**
 * What ties a profile package to one eUICC and one RSP session: everything of a bound profile package but the profile itself
 * (SGP.22 v2.5, clause 2.5.4).
 *
 * @param initialiseSecureChannel the signed request
 * @param sessionKeys S-ENC, S-MAC and the initial MAC chaining value
 * @param configureIsdp the request that makes the ISD-P
 * @param storeMetadata StoreMetadataRequest as it is sent: tag BF25, length and value
 */
public record Binding(
        InitialiseSecureChannelRequest initialiseSecureChannel,
        BspKeys sessionKeys,
        ConfigureIsdpRequest configureIsdp,
        byte[] storeMetadata) {

    /**
     * Names the eUICC and the session for which a package is bound.
     *
     * @param transactionId of the RSP session, 1 to 16 bytes
     * @param eid the EID, 16 bytes
     * @param euiccOtpk otPK.EUICC.ECKA as it came in euiccSigned2, 65 bytes
     * @param hostId the hostId of the control reference template, 1 to 16 bytes
     */
    public record Session(byte[] transactionId, byte[] eid, byte[] euiccOtpk, byte[] hostId) {}

    /**
     * Agrees on the session keys and signs InitialiseSecureChannel: one key agreement and one signature.
     *
     * @param cryptography carries it out
     * @param session for whom
     * @param oneTimeKeys otSK.DP.ECKA and otPK.DP.ECKA, of the curve of CERT.DPpb
     * @param dpPb signs with SK.DPpb
     * @param configureIsdp the request that makes the ISD-P
     * @param storeMetadata StoreMetadataRequest: tag BF25, length and value
     * @throws org.mintline.rsp.tlv.DecodeException if euiccOtpk is no point of the curve
     */
    public static Binding open(
            Cryptography cryptography,
            Session session,
            KeyPair oneTimeKeys,
            Signer dpPb,
            ConfigureIsdpRequest configureIsdp,
            byte[] storeMetadata) {
        PublicKey euicc = cryptography.decodePoint(EllipticCurve.of(oneTimeKeys.getPrivate()), session.euiccOtpk());
        byte[] sharedSecret = cryptography.sharedSecret(oneTimeKeys.getPrivate(), euicc);
        BspKeys sessionKeys = BspKeys.derive(sharedSecret, session.hostId(), session.eid());
        InitialiseSecureChannelRequest request = InitialiseSecureChannelRequest.signed(
                session.transactionId(),
                ControlRefTemplate.aes(session.hostId()),
                Cryptography.encodePoint(oneTimeKeys.getPublic()),
                session.euiccOtpk(),
                dpPb);
        return new Binding(request, sessionKeys, configureIsdp, storeMetadata);
    }

    /** Says nothing of keys and content. */
    @Override
    public String toString() {
        return "Binding[hidden]";
    }
}
