package org.mintline.rsp.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, mode base. */
class HpkeTest {
    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] PLAIN = hex("4265617574792069732074727574682c20747275746820626561757479");
    private static final byte[] FIRST =
            hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");
    private static final KeyPair EPHEMERAL = pair("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb");
    private static final KeyPair RECIPIENT = pair("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2");

    @Test
    void a_message_is_sealed_as_the_standard_has_it() {
        assertThat(Cryptography.encodePoint(EPHEMERAL.getPublic()))
                .isEqualTo(hex("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9"
                        + "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4"));

        assertThat(Hpke.sender(RECIPIENT.getPublic(), INFO, EPHEMERAL).seal(count(0), PLAIN))
                .isEqualTo(FIRST);
    }

    @Test
    void messages_are_opened_in_their_place_only() {
        Hpke.Sender sender = Hpke.sender(RECIPIENT.getPublic(), INFO, EPHEMERAL);
        byte[] first = sender.seal(count(0), PLAIN);
        byte[] second = sender.seal(count(1), PLAIN);
        assertThat(Arrays.equals(first, second)).isFalse();
        Hpke.Recipient recipient = Hpke.recipient(RECIPIENT, Cryptography.encodePoint(EPHEMERAL.getPublic()), INFO);

        assertThat(recipient.open(count(1), second)).isEmpty();
        assertThat(recipient.open(count(0), first)).contains(PLAIN);
        assertThat(recipient.open(count(0), first)).isEmpty();
        assertThat(recipient.open(count(1), second)).contains(PLAIN);
    }

    @Test
    void another_info_or_recipient_opens_nothing() {
        byte[] enclosed = Cryptography.encodePoint(EPHEMERAL.getPublic());
        assertThat(Hpke.recipient(RECIPIENT, enclosed, new byte[0]).open(count(0), FIRST))
                .isEmpty();
        assertThat(Hpke.recipient(EPHEMERAL, enclosed, INFO).open(count(0), FIRST))
                .isEmpty();
        assertThat(Hpke.recipient(RECIPIENT, enclosed, INFO).open(count(0), new byte[3]))
                .isEmpty();
    }

    private static byte[] count(int number) {
        return ("Count-" + number).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static KeyPair pair(String scalar) {
        Cryptography cryptography = Cryptography.system();
        ECPublicKey any = (ECPublicKey)
                cryptography.generateKeyPair(EllipticCurve.NIST_P256).getPublic();
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(scalar, 16), any.getParams()));
            return cryptography.keyPairOf(cryptography.adopt(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
