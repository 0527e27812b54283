package org.mintline.rsp.factory;

import java.security.KeyPair;
import java.util.List;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.Tlv;

/** An eUICC with one preloaded key, whose every byte repeats. */
final class Example {
    static final byte[] CERTIFICATE = Tlv.encode(0x30);

    private static final KeyPair EUICC = keys(1);
    private static final List<SubjectKeyIdentifier> CI = List.of(new SubjectKeyIdentifier(new byte[20]));

    private Example() {}

    static byte[] publicKey() {
        return Cryptography.encodePoint(EUICC.getPublic());
    }

    static PreloadedKey key() {
        return new PreloadedKey(
                TransactionId.of(new ReproducibleRandomness(2).octets(PreloadedKey.IDENTIFIER_LENGTH)),
                Cryptography.encodePoint(keys(3).getPublic()));
    }

    static PreloadedKeys preloadedKeys() {
        EuiccInfo2 euiccInfo2 = EuiccInfo2.builder()
                .euiccCiPKIdListForVerification(CI)
                .euiccCiPKIdListForSigning(CI)
                .build();
        PreloadedKeysSigned signed = PreloadedKeysSigned.of(
                Eid.withCheckDigits("890490320000000000000000000000"), euiccInfo2, List.of(key()));
        byte[] signature = replaying(1).sign(EUICC.getPrivate(), signed.encoded());
        return new PreloadedKeys(signed, new EcdsaSignature(signature), CERTIFICATE, CERTIFICATE);
    }

    static PrepareFactoryDownloadRequest preparation() {
        return new PrepareFactoryDownloadRequest(key().keyIdentifier(), "smdpplus.example.com", CERTIFICATE, List.of());
    }

    private static KeyPair keys(long seed) {
        return replaying(seed).generateKeyPair(EllipticCurve.NIST_P256);
    }

    private static Cryptography replaying(long seed) {
        return Cryptography.replaying(new ReproducibleRandomness(seed));
    }
}
