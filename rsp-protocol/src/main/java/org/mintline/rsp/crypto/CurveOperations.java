package org.mintline.rsp.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;

/**
 * The operations of one curve on one provider.
 *
 * @param curve the curve
 * @param provider who carries them out
 * @param signature the provider's name of ECDSA with SHA-256
 * @param signatureIsDer whether that one yields and takes DER instead of r || s
 * @param random where ephemeral keys come from
 */
record CurveOperations(
        EllipticCurve curve, Provider provider, String signature, boolean signatureIsDer, SecureRandom random) {

    static CurveOperations corretto(EllipticCurve curve, Provider provider, SecureRandom random) {
        return new CurveOperations(curve, provider, "SHA256withECDSAinP1363Format", false, random);
    }

    static CurveOperations bouncyCastle(EllipticCurve curve, SecureRandom random) {
        return new CurveOperations(curve, CryptoProviders.BOUNCY_CASTLE, "SHA256withPLAIN-ECDSA", false, random);
    }

    /** Signs with the k of RFC 6979, so that the same key and message always give the same signature. */
    static CurveOperations replaying(EllipticCurve curve, SecureRandom random) {
        return new CurveOperations(curve, CryptoProviders.BOUNCY_CASTLE, "SHA256withECDDSA", true, random);
    }

    byte[] sign(PrivateKey key, byte[]... parts) throws GeneralSecurityException {
        Signature operation = Signature.getInstance(signature, provider);
        operation.initSign(key, random);
        for (byte[] part : parts) {
            operation.update(part);
        }
        byte[] signed = operation.sign();
        return signatureIsDer ? EcdsaSignature.fromDer(signed, curve) : signed;
    }

    boolean verify(PublicKey key, byte[] raw, byte[]... parts) throws GeneralSecurityException {
        if (!EcdsaSignature.isWithinOrder(raw, curve)) {
            return false;
        }
        Signature operation = Signature.getInstance(signature, provider);
        operation.initVerify(key);
        for (byte[] part : parts) {
            operation.update(part);
        }
        try {
            return operation.verify(signatureIsDer ? EcdsaSignature.toDer(raw, curve) : raw);
        } catch (SignatureException e) {
            return false;
        }
    }

    byte[] sharedSecret(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] secret = agreement.generateSecret();
        if (secret.length != EllipticCurve.FIELD_LENGTH) {
            throw new InvalidKeyException("shared secret of " + secret.length + " bytes");
        }
        return secret;
    }

    KeyPair generateKeyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec(curve.standardName()), random);
        return generator.generateKeyPair();
    }

    PublicKey publicKey(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        return keyFactory().generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return keyFactory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private KeyFactory keyFactory() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", provider);
    }
}
