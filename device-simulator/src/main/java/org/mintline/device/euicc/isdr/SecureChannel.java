package org.mintline.device.euicc.isdr;

import java.security.PublicKey;
import java.util.Arrays;
import org.mintline.rsp.bsp.BspException;
import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.bsp.SegmentReader;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.tlv.DecodeException;

/** The secure channel of one bound profile package: ES8+.InitialiseSecureChannel, and the segments after it (clause 5.5.1). */
final class SecureChannel {
    private SegmentReader segments;

    private SecureChannel(BspKeys keys) {
        segments = new SegmentReader(keys);
    }

    /**
     * Checks the request and agrees on the session keys.
     *
     * @throws InstallationFailedException if the request is not for this session, or not genuine
     */
    static SecureChannel open(Card card, RspSession session, InitialiseSecureChannelRequest request) {
        RspSession.Prepared prepared = session.prepared().orElseThrow();
        if (request.remoteOpId() != InitialiseSecureChannelRequest.INSTALL_BOUND_PROFILE_PACKAGE) {
            throw failure(ErrorReason.UNSUPPORTED_REMOTE_OPERATION_TYPE);
        }
        if (!Arrays.equals(request.transactionId(), prepared.transactionId().octets())) {
            throw failure(ErrorReason.INVALID_TRANSACTION_ID);
        }
        byte[] otpk = prepared.key().otpk();
        if (!request.isSignedBy(card.cryptography(), prepared.smdpCertificate().publicKey(), otpk)) {
            throw failure(ErrorReason.INVALID_SIGNATURE);
        }
        if (!request.controlRefTemplate().isAes128()) {
            throw failure(ErrorReason.UNSUPPORTED_CRT_VALUES);
        }
        EllipticCurve curve = prepared.smdpCertificate().curve();
        try {
            PublicKey smdpOtpk = card.cryptography().decodePoint(curve, request.smdpOtpk());
            byte[] secret = card.cryptography().sharedSecret(prepared.key().otsk(), smdpOtpk);
            byte[] eid = card.configuration().eid().octets();
            return new SecureChannel(
                    BspKeys.derive(secret, request.controlRefTemplate().hostId(), eid));
        } catch (DecodeException e) {
            throw failure(ErrorReason.INCORRECT_INPUT_VALUES);
        }
    }

    /** The content of an encrypted segment. */
    byte[] decrypt(BppCommandId command, int tag, byte[] segment) {
        try {
            return segments.decrypt(tag, segment);
        } catch (BspException e) {
            throw failure(command, e);
        }
    }

    /** The content of a segment that is only protected by its MAC. */
    byte[] verify(BppCommandId command, int tag, byte[] segment) {
        try {
            return segments.verify(tag, segment);
        } catch (BspException e) {
            throw failure(command, e);
        }
    }

    /** Goes over to the profile protection keys (ES8+.ReplaceSessionKeys, clause 5.5.4). */
    void replaceKeys(BspKeys keys) {
        segments = new SegmentReader(keys);
    }

    private static InstallationFailedException failure(BppCommandId command, BspException cause) {
        boolean structure = cause.reason() == BspException.Reason.STRUCTURE;
        return new InstallationFailedException(
                command, structure ? ErrorReason.SCP03T_STRUCTURE_ERROR : ErrorReason.SCP03T_SECURITY_ERROR);
    }

    private static InstallationFailedException failure(ErrorReason reason) {
        return new InstallationFailedException(BppCommandId.INITIALISE_SECURE_CHANNEL, reason);
    }
}
