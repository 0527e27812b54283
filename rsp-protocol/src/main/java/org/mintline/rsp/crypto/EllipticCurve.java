package org.mintline.rsp.crypto;

import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;

/** The elliptic curves that RSP servers and eUICCs use (SGP.22 v2.5, clause 2.6.7.1); both have 256 bits and cofactor 1. */
public enum EllipticCurve {
    /** NIST P-256, also called secp256r1 and prime256v1 (FIPS 186-4; object identifier 1.2.840.10045.3.1.7). */
    NIST_P256(SECObjectIdentifiers.secp256r1, "secp256r1"),
    /** brainpoolP256r1 (RFC 5639; object identifier 1.3.36.3.3.2.8.1.1.7). */
    BRAINPOOL_P256R1(TeleTrusTObjectIdentifiers.brainpoolP256r1, "brainpoolP256r1");

    /** The length of a coordinate, of a private key and of a shared secret, in bytes. */
    public static final int FIELD_LENGTH = 32;

    /** The length of an uncompressed point 04 || x || y, in bytes. */
    public static final int POINT_LENGTH = 1 + 2 * FIELD_LENGTH;

    private final ASN1ObjectIdentifier objectIdentifier;
    private final String standardName;
    private final ECParameterSpec parameters;
    private final BigInteger fieldPrime;

    EllipticCurve(ASN1ObjectIdentifier objectIdentifier, String standardName) {
        this.objectIdentifier = objectIdentifier;
        this.standardName = standardName;
        X9ECParameters x9 = ECNamedCurveTable.getByOID(objectIdentifier);
        this.parameters = EC5Util.convertToSpec(x9);
        this.fieldPrime = ((ECFieldFp) parameters.getCurve().getField()).getP();
    }

    /** The object identifier in dotted form. */
    public String objectIdentifier() {
        return objectIdentifier.getId();
    }

    /** The name under which the JCA knows it, for instance {@code secp256r1}. */
    public String standardName() {
        return standardName;
    }

    /** The curve's field, coefficients, base point, order and cofactor. */
    public ECParameterSpec parameters() {
        return parameters;
    }

    /** The curve with that object identifier, if it is one of RSP. */
    public static Optional<EllipticCurve> ofObjectIdentifier(String dotted) {
        return Arrays.stream(values())
                .filter(c -> c.objectIdentifier().equals(dotted))
                .findFirst();
    }

    /**
     * The curve of a key, found by its parameters, whichever provider the key comes from.
     *
     * @param key public or private; of a certificate, its public key
     * @throws CryptographyException if it is no elliptic curve key or lies on another curve
     */
    public static EllipticCurve of(Key key) {
        if (key instanceof ECKey ecKey && ecKey.getParams() != null) {
            for (EllipticCurve curve : values()) {
                if (curve.hasParameters(ecKey.getParams())) {
                    return curve;
                }
            }
        }
        throw new CryptographyException("the key is on neither NIST P-256 nor brainpoolP256r1");
    }

    /** Whether a point satisfies the curve's equation and has reduced coordinates; the point at infinity does not. */
    boolean contains(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.signum() < 0 || y.signum() < 0 || x.compareTo(fieldPrime) >= 0 || y.compareTo(fieldPrime) >= 0) {
            return false;
        }
        BigInteger right = x.multiply(x)
                .add(parameters.getCurve().getA())
                .multiply(x)
                .add(parameters.getCurve().getB())
                .mod(fieldPrime);
        return y.multiply(y).mod(fieldPrime).equals(right);
    }

    ASN1ObjectIdentifier asn1ObjectIdentifier() {
        return objectIdentifier;
    }

    private boolean hasParameters(ECParameterSpec other) {
        return parameters.getOrder().equals(other.getOrder())
                && parameters.getGenerator().equals(other.getGenerator())
                && parameters.getCurve().getA().equals(other.getCurve().getA())
                && parameters.getCurve().getB().equals(other.getCurve().getB())
                && parameters.getCurve().getField().equals(other.getCurve().getField());
    }
}
