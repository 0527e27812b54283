package org.mintline.rsp.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The two forms of an ECDSA signature: r || s of 64 bytes on RSP's wire (BSI TR-03111, clause 5.2.1), and the DER SEQUENCE
 * of certificates and CRLs (RFC 3279, clause 2.2.3).
 */
public final class EcdsaSignature {
    /** The length of r || s, in bytes. */
    public static final int LENGTH = 2 * EllipticCurve.FIELD_LENGTH;

    private EcdsaSignature() {}

    /**
     * Turns a DER signature into r || s.
     *
     * @param der the DER encoding of SEQUENCE { r INTEGER, s INTEGER } and nothing more
     * @throws DecodeException if it is not that, or if r or s is not within 1 and the order less one
     */
    public static byte[] fromDer(byte[] der, EllipticCurve curve) {
        BigInteger order = curve.parameters().getOrder();
        byte[] raw;
        try {
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(order, der);
            raw = PlainDSAEncoding.INSTANCE.encode(order, rs[0], rs[1]);
        } catch (IOException | RuntimeException e) {
            throw new DecodeException("ECDSA-Sig-Value", 0, "is not the DER encoding of r and s within the order");
        }
        if (!isWithinOrder(raw, curve)) {
            throw new DecodeException("ECDSA-Sig-Value", 0, "has r or s of zero");
        }
        return raw;
    }

    /**
     * Turns r || s into a DER signature.
     *
     * @param raw 64 bytes
     * @throws DecodeException if the length is another, or if r or s is not within 1 and the order less one
     */
    public static byte[] toDer(byte[] raw, EllipticCurve curve) {
        if (!isWithinOrder(raw, curve)) {
            throw new DecodeException("signature", 0, "is not 64 bytes of r and s within the order");
        }
        BigInteger r = new BigInteger(1, Arrays.copyOf(raw, EllipticCurve.FIELD_LENGTH));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(raw, EllipticCurve.FIELD_LENGTH, LENGTH));
        try {
            return StandardDSAEncoding.INSTANCE.encode(curve.parameters().getOrder(), r, s);
        } catch (IOException e) {
            throw new CryptographyException("encode a signature as " + ASN1Encoding.DER, e);
        }
    }

    /** Whether it has 64 bytes with r and s within 1 and the order less one, as every signature must. */
    static boolean isWithinOrder(byte[] raw, EllipticCurve curve) {
        return raw.length == LENGTH && isScalar(raw, 0, curve) && isScalar(raw, EllipticCurve.FIELD_LENGTH, curve);
    }

    private static boolean isScalar(byte[] raw, int offset, EllipticCurve curve) {
        ECParameterSpec parameters = curve.parameters();
        BigInteger value = new BigInteger(1, Arrays.copyOfRange(raw, offset, offset + EllipticCurve.FIELD_LENGTH));
        return value.signum() > 0 && value.compareTo(parameters.getOrder()) < 0;
    }
}
