package org.mintline.rsp.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.rsp.tlv.DecodeException;

class CryptographyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MESSAGE = "euiccSigned1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    static Stream<Arguments> everyCurveOnEveryProvider() {
        return Stream.of(Cryptography.system(), Cryptography.bouncyCastle(), replaying())
                .flatMap(c -> Arrays.stream(EllipticCurve.values()).map(curve -> Arguments.of(c, curve)));
    }

    @ParameterizedTest
    @MethodSource("everyCurveOnEveryProvider")
    void a_signature_has_64_bytes_and_verifies(Cryptography cryptography, EllipticCurve curve) {
        KeyPair pair = cryptography.generateKeyPair(curve);
        byte[] signature = cryptography.sign(pair.getPrivate(), MESSAGE, MESSAGE);
        assertThat(signature).hasSize(64);
        assertThat(cryptography.verify(pair.getPublic(), signature, MESSAGE, MESSAGE))
                .isTrue();
        assertThat(cryptography.verify(pair.getPublic(), signature, MESSAGE)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyCurveOnEveryProvider")
    void a_signature_that_was_tampered_with_is_wrong_and_nothing_else(Cryptography cryptography, EllipticCurve curve) {
        KeyPair pair = cryptography.generateKeyPair(curve);
        byte[] signature = cryptography.sign(pair.getPrivate(), MESSAGE);
        byte[] order = HEX.parseHex(curve.parameters().getOrder().toString(16));
        byte[] rOfZero = Arrays.copyOfRange(signature, 0, 64);
        Arrays.fill(rOfZero, 0, 32, (byte) 0);
        byte[] sOfOrder = signature.clone();
        System.arraycopy(order, 0, sOfOrder, 32, 32);
        byte[] flipped = signature.clone();
        flipped[40] ^= 1;
        List<byte[]> wrong = List.of(
                new byte[0],
                new byte[64],
                Arrays.copyOf(signature, 63),
                Arrays.copyOf(signature, 65),
                EcdsaSignature.toDer(signature, curve),
                rOfZero,
                sOfOrder,
                flipped);
        assertThat(wrong).noneMatch(s -> cryptography.verify(pair.getPublic(), s, MESSAGE));
    }

    @ParameterizedTest
    @MethodSource("everyCurveOnEveryProvider")
    void both_sides_agree_on_a_secret_whatever_their_provider(Cryptography cryptography, EllipticCurve curve) {
        KeyPair server = cryptography.generateKeyPair(curve);
        KeyPair device = Cryptography.bouncyCastle().generateKeyPair(curve);
        byte[] atServer = cryptography.sharedSecret(
                server.getPrivate(), cryptography.decodePoint(curve, Cryptography.encodePoint(device.getPublic())));
        byte[] atDevice = Cryptography.bouncyCastle().sharedSecret(device.getPrivate(), server.getPublic());
        assertThat(atServer).hasSize(32).isEqualTo(atDevice);
    }

    @ParameterizedTest
    @MethodSource("everyCurveOnEveryProvider")
    void keys_survive_their_encoding(Cryptography cryptography, EllipticCurve curve) {
        KeyPair pair = cryptography.generateKeyPair(curve);
        PrivateKey restored = cryptography.decodePrivateKey(pair.getPrivate().getEncoded());
        PublicKey adopted = cryptography.adopt(pair.getPublic());
        assertThat(cryptography.verify(adopted, cryptography.sign(restored, MESSAGE), MESSAGE))
                .isTrue();
        assertThat(EllipticCurve.of(restored)).isEqualTo(curve);
        assertThat(Cryptography.encodePoint(adopted)).isEqualTo(Cryptography.encodePoint(pair.getPublic()));
    }

    @ParameterizedTest
    @MethodSource("everyCurveOnEveryProvider")
    void points_off_the_curve_are_refused(Cryptography cryptography, EllipticCurve curve) {
        byte[] point =
                Cryptography.encodePoint(cryptography.generateKeyPair(curve).getPublic());
        byte[] offTheCurve = point.clone();
        offTheCurve[64] ^= 1;
        byte[] origin = new byte[65];
        origin[0] = 4;
        byte[] compressed = Arrays.copyOf(point, 33);
        compressed[0] = 2;
        byte[] notReduced = new byte[65];
        Arrays.fill(notReduced, (byte) 0xFF);
        notReduced[0] = 4;
        EllipticCurve other = EllipticCurve.values()[1 - curve.ordinal()];
        for (byte[] wrong : List.of(offTheCurve, origin, compressed, notReduced, new byte[] {0}, new byte[0])) {
            assertThatThrownBy(() -> cryptography.decodePoint(curve, wrong)).isInstanceOf(DecodeException.class);
        }
        assertThatThrownBy(() -> cryptography.decodePoint(other, point)).isInstanceOf(DecodeException.class);
    }

    @Test
    void a_key_of_one_curve_agrees_on_nothing_with_the_other() {
        Cryptography cryptography = Cryptography.system();
        KeyPair nist = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        KeyPair brainpool = cryptography.generateKeyPair(EllipticCurve.BRAINPOOL_P256R1);
        assertThatThrownBy(() -> cryptography.sharedSecret(nist.getPrivate(), brainpool.getPublic()))
                .isInstanceOf(CryptographyException.class);
    }

    @Test
    void keys_of_other_kinds_and_curves_are_refused() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(384);
        for (KeyPair pair : List.of(rsa.generateKeyPair(), p384.generateKeyPair())) {
            assertThatThrownBy(() -> Cryptography.system().verify(pair.getPublic(), new byte[64], MESSAGE))
                    .isInstanceOf(CryptographyException.class);
            assertThatThrownBy(() -> Cryptography.system()
                            .decodePrivateKey(pair.getPrivate().getEncoded()))
                    .isInstanceOf(DecodeException.class);
        }
    }

    @Test
    void the_agreement_on_nist_p256_gives_the_secret_of_the_nist_vector() throws IOException {
        // CAVP, SP 800-56A ECC CDH primitive, P-256, count 0
        assertAgreement(
                EllipticCurve.NIST_P256,
                "7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534",
                "700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287"
                        + "db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac",
                "46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b");
    }

    @Test
    void the_agreement_on_brainpoolP256r1_gives_the_secret_of_rfc_7027() throws IOException {
        assertAgreement(
                EllipticCurve.BRAINPOOL_P256R1,
                "81db1ee100150ff2ea338d708271be38300cb54241d79950f77b063039804f1d",
                "8d2d688c6cf93e1160ad04cc4429117dc2c41825e1e9fca0addd34e6f1b39f7b"
                        + "990c57520812be512641e47034832106bc7d3e8dd0e4c7f1136d7006547cec6a",
                "89afc39d41d3b327814b80940b042590f96556ec91e6ae7939bce31f3a18bf2b");
    }

    @Test
    void a_replay_signs_as_rfc_6979_says() throws IOException {
        PrivateKey key =
                privateKey(EllipticCurve.NIST_P256, "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
        byte[] signature = replaying().sign(key, "sample".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(HEX.formatHex(signature))
                .isEqualTo("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                        + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    }

    @Test
    void a_replay_gives_the_same_keys_again() {
        byte[] first = replaying()
                .generateKeyPair(EllipticCurve.NIST_P256)
                .getPrivate()
                .getEncoded();
        byte[] second = replaying()
                .generateKeyPair(EllipticCurve.NIST_P256)
                .getPrivate()
                .getEncoded();
        assertThat(first).isEqualTo(second);
    }

    @Test
    void der_signatures_are_taken_only_in_their_one_form() {
        byte[] raw = new byte[64];
        raw[0] = (byte) 0x81;
        raw[63] = 1;
        byte[] der = EcdsaSignature.toDer(raw, EllipticCurve.NIST_P256);
        assertThat(EcdsaSignature.fromDer(der, EllipticCurve.NIST_P256)).isEqualTo(raw);
        for (String wrong : List.of("", "3000", "30060201000201 01", "3007020200010201 01", "300602010102010105")) {
            assertThatThrownBy(
                            () -> EcdsaSignature.fromDer(HEX.parseHex(wrong.replace(" ", "")), EllipticCurve.NIST_P256))
                    .isInstanceOf(DecodeException.class);
        }
    }

    @Test
    void the_provider_in_use_is_named() {
        assertThat(Cryptography.system().providerName(EllipticCurve.BRAINPOOL_P256R1))
                .startsWith("BC ");
        assertThat(Cryptography.system().providerName(EllipticCurve.NIST_P256)).isNotBlank();
    }

    private static void assertAgreement(EllipticCurve curve, String own, String other, String secret)
            throws IOException {
        for (Cryptography cryptography : List.of(Cryptography.system(), Cryptography.bouncyCastle())) {
            PublicKey point = cryptography.decodePoint(curve, HEX.parseHex("04" + other));
            assertThat(HEX.formatHex(cryptography.sharedSecret(
                            cryptography.decodePrivateKey(privateKey(curve, own).getEncoded()), point)))
                    .isEqualTo(secret);
        }
    }

    private static PrivateKey privateKey(EllipticCurve curve, String scalar) throws IOException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey,
                new org.bouncycastle.asn1.ASN1ObjectIdentifier(curve.objectIdentifier()));
        ECPrivateKey key = new ECPrivateKey(256, new BigInteger(scalar, 16));
        return Cryptography.bouncyCastle().decodePrivateKey(new PrivateKeyInfo(algorithm, key).getEncoded());
    }

    private static Cryptography replaying() {
        return Cryptography.replaying(new ReproducibleRandomness(1));
    }
}
