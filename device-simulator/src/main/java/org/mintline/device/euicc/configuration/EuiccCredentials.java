package org.mintline.device.euicc.configuration;

import java.security.PrivateKey;
import org.mintline.rsp.data.SubjectKeyIdentifier;

/**
 * What an eUICC signs with under one CI key.
 *
 * @param euiccCiPKId the CI key, by the identifier in EUICCInfo1
 * @param skEuicc SK.EUICC.ECDSA
 * @param euiccCertificate CERT.EUICC.ECDSA, DER
 * @param eumCertificate CERT.EUM.ECDSA, DER
 */
public record EuiccCredentials(
        SubjectKeyIdentifier euiccCiPKId, PrivateKey skEuicc, byte[] euiccCertificate, byte[] eumCertificate) {
    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "EuiccCredentials[" + euiccCiPKId + "]";
    }
}
