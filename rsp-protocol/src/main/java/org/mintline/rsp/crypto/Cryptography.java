package org.mintline.rsp.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.mintline.rsp.tlv.DecodeException;

/**
 * All public-key cryptography of RSP (SGP.22 v2.5, clause 2.6), and the choice of who carries it out.
 *
 * <p>Immutable and safe for use by many threads. Keys are taken from any provider; a key that is used often should be
 * turned into the provider's own form once, by {@link #adopt(PrivateKey)} or {@link #adopt(PublicKey)}.
 */
public final class Cryptography {
    private static final class Holder {
        static final Cryptography SYSTEM =
                CryptoProviders.corretto().map(Cryptography::corretto).orElseGet(Cryptography::bouncyCastle);
    }

    private final Map<EllipticCurve, CurveOperations> curves;
    private final Randomness randomness;

    private Cryptography(CurveOperations nist, CurveOperations brainpool, Randomness randomness) {
        curves = new EnumMap<>(Map.of(EllipticCurve.NIST_P256, nist, EllipticCurve.BRAINPOOL_P256R1, brainpool));
        this.randomness = randomness;
    }

    /** The fastest that works on this machine, chosen when first asked for. */
    public static Cryptography system() {
        return Holder.SYSTEM;
    }

    /** BouncyCastle for everything, which works on every machine. */
    public static Cryptography bouncyCastle() {
        SecureRandom random = new SecureRandom();
        return new Cryptography(
                CurveOperations.bouncyCastle(EllipticCurve.NIST_P256, random),
                CurveOperations.bouncyCastle(EllipticCurve.BRAINPOOL_P256R1, random),
                random::nextBytes);
    }

    /**
     * Cryptography whose every output repeats for the same randomness: key pairs are drawn from it, signatures are those of
     * RFC 6979. For the replay of sessions; slower than {@link #system()}.
     */
    public static Cryptography replaying(Randomness randomness) {
        SecureRandom source = new RandomnessSource(randomness);
        return new Cryptography(
                CurveOperations.replaying(EllipticCurve.NIST_P256, source),
                CurveOperations.replaying(EllipticCurve.BRAINPOOL_P256R1, source),
                randomness);
    }

    private static Cryptography corretto(Provider corretto) {
        SecureRandom random = randomOf(corretto).orElseGet(SecureRandom::new);
        return new Cryptography(
                CurveOperations.corretto(EllipticCurve.NIST_P256, corretto, random),
                CurveOperations.bouncyCastle(EllipticCurve.BRAINPOOL_P256R1, random),
                random::nextBytes);
    }

    private static Optional<SecureRandom> randomOf(Provider provider) {
        try {
            return Optional.of(SecureRandom.getInstance("LibCryptoRng", provider));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Name and version of the provider in use for a curve, for health pages and logs. */
    public String providerName(EllipticCurve curve) {
        Provider provider = curves.get(curve).provider();
        return provider.getName() + " " + provider.getVersionStr();
    }

    /** The source of random octets that goes with this cryptography. */
    public Randomness randomness() {
        return randomness;
    }

    /**
     * ECDSA with SHA-256 over the concatenation of the parts.
     *
     * @param key a private key of either curve, in software; for one that cannot leave its token see {@link #signer}
     * @return r || s, 64 bytes
     * @throws CryptographyException if the key cannot sign
     */
    public byte[] sign(PrivateKey key, byte[]... parts) {
        try {
            return operationsOf(EllipticCurve.of(key)).sign(key, parts);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("sign", e);
        }
    }

    /**
     * What signs with a private key, wherever that is: one in software is used by the fastest provider, one that cannot leave its
     * token (PKCS#11) by the provider that it is from, since no other can use it.
     *
     * <p>Signing throws {@link CryptographyException} if the key cannot sign, for instance since its token is away.
     *
     * @param key a private key of either curve
     * @param holder the provider that the key is from
     */
    public Signer signer(PrivateKey key, Provider holder) {
        if (isInSoftware(key)) {
            PrivateKey adopted = decodePrivateKey(pkcs8(key));
            return parts -> sign(adopted, parts);
        }
        return parts -> signInToken(key, holder, parts);
    }

    /**
     * Checks an ECDSA signature with SHA-256 over the concatenation of the parts.
     *
     * @param signature r || s as it came; anything but 64 bytes in range is a wrong signature
     * @throws CryptographyException if the key is on neither curve
     */
    public boolean verify(PublicKey key, byte[] signature, byte[]... parts) {
        try {
            return operationsOf(EllipticCurve.of(key)).verify(key, signature, parts);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("verify a signature", e);
        }
    }

    /**
     * The shared secret of a Diffie-Hellman key agreement (BSI TR-03111, clause 4.3.1, ECKA-EG).
     *
     * @param own the own one-time private key
     * @param other the other side's public key
     * @return the x-coordinate of the shared point, 32 bytes
     * @throws CryptographyException if the public key is not a point of the private key's curve
     */
    public byte[] sharedSecret(PrivateKey own, PublicKey other) {
        EllipticCurve curve = EllipticCurve.of(own);
        if (EllipticCurve.of(other) != curve || !curve.contains(((ECPublicKey) other).getW())) {
            throw new CryptographyException("the public key is no point of " + curve.standardName());
        }
        try {
            return operationsOf(curve).sharedSecret(own, other);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("agree on a key", e);
        }
    }

    /** A new key pair, for instance otSK and otPK (SGP.22 v2.5, clause 2.6.7.3). */
    public KeyPair generateKeyPair(EllipticCurve curve) {
        try {
            return operationsOf(curve).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("generate a key pair", e);
        }
    }

    /**
     * A public key as it stands on the wire (tag 5F49).
     *
     * @return 04 || x || y, 65 bytes
     */
    public static byte[] encodePoint(PublicKey key) {
        EllipticCurve.of(key);
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] encoded = new byte[EllipticCurve.POINT_LENGTH];
        encoded[0] = 0x04;
        BigIntegers.asUnsignedByteArray(point.getAffineX(), encoded, 1, EllipticCurve.FIELD_LENGTH);
        BigIntegers.asUnsignedByteArray(
                point.getAffineY(), encoded, 1 + EllipticCurve.FIELD_LENGTH, EllipticCurve.FIELD_LENGTH);
        return encoded;
    }

    /**
     * Reads a public key from the wire.
     *
     * @param curve the curve that it must lie on
     * @param encoded 04 || x || y, 65 bytes
     * @throws DecodeException if it has another form or is not on the curve
     */
    public PublicKey decodePoint(EllipticCurve curve, byte[] encoded) {
        if (encoded.length != EllipticCurve.POINT_LENGTH || encoded[0] != 0x04) {
            throw new DecodeException("public key", 0, "is no uncompressed point of 65 bytes");
        }
        int half = 1 + EllipticCurve.FIELD_LENGTH;
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(encoded, 1, half)),
                new BigInteger(1, Arrays.copyOfRange(encoded, half, EllipticCurve.POINT_LENGTH)));
        if (!curve.contains(point)) {
            throw new DecodeException("public key", 0, "is not on " + curve.standardName());
        }
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.asn1ObjectIdentifier());
        try {
            return operationsOf(curve).publicKey(new SubjectPublicKeyInfo(algorithm, encoded).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new DecodeException("public key", 0, "is refused by the provider");
        }
    }

    /**
     * Reads a private key.
     *
     * @param pkcs8 PrivateKeyInfo (RFC 5958) in DER, as {@link PrivateKey#getEncoded()} yields it
     * @throws DecodeException if it is not that, or of no curve of RSP
     */
    public PrivateKey decodePrivateKey(byte[] pkcs8) {
        if (pkcs8.length == 0) {
            throw new DecodeException("private key", 0, "is empty");
        }
        try {
            Object parameters =
                    PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getParameters();
            EllipticCurve curve = EllipticCurve.ofObjectIdentifier(String.valueOf(parameters))
                    .orElseThrow(() -> new DecodeException("private key", 0, "is of no curve of RSP"));
            return operationsOf(curve).privateKey(pkcs8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DecodeException("private key", 0, "is no PrivateKeyInfo of an elliptic curve key");
        }
    }

    /** The same private key, which is in software, in the form in which this provider works fastest. */
    public PrivateKey adopt(PrivateKey key) {
        return decodePrivateKey(pkcs8(key));
    }

    /** The same public key in the form in which this provider works fastest. */
    public PublicKey adopt(PublicKey key) {
        return decodePoint(EllipticCurve.of(key), encodePoint(key));
    }

    /**
     * The key pair that a private key belongs to.
     *
     * @param key a private key of either curve, in software
     */
    public KeyPair keyPairOf(PrivateKey key) {
        EllipticCurve curve = EllipticCurve.of(key);
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve.asn1ObjectIdentifier());
        byte[] point = new FixedPointCombMultiplier()
                .multiply(parameters.getG(), ((ECPrivateKey) key).getS())
                .normalize()
                .getEncoded(false);
        return new KeyPair(decodePoint(curve, point), key);
    }

    /** SHA-256 of the concatenation of the parts, 32 bytes. */
    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = newSha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** SHA-256 of what is still to come, for data that do not fit into memory. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256", CryptoProviders.DIGEST);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("hash", e);
        }
    }

    private CurveOperations operationsOf(EllipticCurve curve) {
        return curves.get(curve);
    }

    private static boolean isInSoftware(PrivateKey key) {
        return key instanceof ECPrivateKey && key.getEncoded() != null;
    }

    private static byte[] pkcs8(PrivateKey key) {
        EllipticCurve curve = EllipticCurve.of(key);
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.asn1ObjectIdentifier());
        try {
            PrivateKeyInfo named = PrivateKeyInfo.getInstance(key.getEncoded());
            return new PrivateKeyInfo(algorithm, named.parsePrivateKey()).getEncoded();
        } catch (IOException e) {
            throw new CryptographyException("encode a private key", e);
        }
    }

    private static byte[] signInToken(PrivateKey key, Provider holder, byte[]... parts) {
        try {
            Signature operation = Signature.getInstance("SHA256withECDSA", holder);
            operation.initSign(key);
            for (byte[] part : parts) {
                operation.update(part);
            }
            // a token may hide the curve; the order of NIST P-256 is the larger one and bounds r and s of both
            return EcdsaSignature.fromDer(operation.sign(), EllipticCurve.NIST_P256);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new CryptographyException("sign in the token of " + holder.getName(), e);
        }
    }
}
