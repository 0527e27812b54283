package org.mintline.device.euicc.state;

import java.security.PrivateKey;
import org.mintline.rsp.identification.ObjectIdentifier;

/**
 * A one-time key pair that was not used up: the SM-DP+ may ask for it again, to send the same bound profile package (SGP.22 v2.5,
 * clause 3.1.3.2).
 *
 * @param smdpOid the SM-DP+ that got it
 * @param otpk otPK.EUICC.ECKA, 65 bytes
 * @param otsk otSK.EUICC.ECKA
 */
public record OneTimeKey(ObjectIdentifier smdpOid, byte[] otpk, PrivateKey otsk) {
    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "OneTimeKey[" + smdpOid + "]";
    }
}
