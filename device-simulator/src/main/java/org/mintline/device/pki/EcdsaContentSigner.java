package org.mintline.device.pki;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.PrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EcdsaSignature;
import org.mintline.rsp.crypto.EllipticCurve;

/** Signs certificates and CRLs as ecdsa-with-SHA256 by way of {@link Cryptography}. */
final class EcdsaContentSigner implements ContentSigner {
    private final Cryptography cryptography;
    private final PrivateKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    EcdsaContentSigner(Cryptography cryptography, PrivateKey key) {
        this.cryptography = cryptography;
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return EcdsaSignature.toDer(cryptography.sign(key, content.toByteArray()), EllipticCurve.of(key));
    }
}
