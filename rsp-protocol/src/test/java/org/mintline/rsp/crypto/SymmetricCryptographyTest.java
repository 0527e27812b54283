package org.mintline.rsp.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricCryptographyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] RFC_4493_KEY = HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c");
    private static final String RFC_4493_MESSAGE = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    @ParameterizedTest
    @CsvSource({
        "0, bb1d6929e95937287fa37d129b756746",
        "16, 070a16b46b4d4144f79bdd9dd04a287c",
        "40, dfa66747de9ae63030ca32611497c827",
        "64, 51f0bebf7e3b9d92fc49741779363cfe"
    })
    void cmac_gives_the_values_of_rfc_4493(int length, String mac) {
        byte[] message = HEX.parseHex(RFC_4493_MESSAGE.substring(0, 2 * length));
        assertThat(HEX.formatHex(new AesCmac(RFC_4493_KEY).mac(message))).isEqualTo(mac);
    }

    @Property(tries = 300)
    void cmac_equals_another_implementation(
            @ForAll @Size(16) byte[] key,
            @ForAll @Size(max = 40) byte[] first,
            @ForAll @Size(max = 2000) byte[] second) {
        CMac other = new CMac(AESEngine.newInstance());
        other.init(new KeyParameter(key));
        other.update(first, 0, first.length);
        other.update(second, 0, second.length);
        byte[] expected = new byte[16];
        other.doFinal(expected, 0);
        AesCmac cmac = new AesCmac(key);
        assertThat(cmac.mac(first, second, second.length)).isEqualTo(expected);
        assertThat(cmac.mac(first, second, second.length)).isEqualTo(expected);
    }

    @Test
    void cbc_gives_the_values_of_nist_sp_800_38a() {
        Aes128 aes = new Aes128(RFC_4493_KEY);
        byte[] icv = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] data = HEX.parseHex(RFC_4493_MESSAGE);
        aes.encryptCbc(icv, data, 0, 32);
        assertThat(HEX.formatHex(data, 0, 32))
                .isEqualTo("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2");
        assertThat(HEX.formatHex(aes.decryptCbc(icv, data, 0, 32))).isEqualTo(RFC_4493_MESSAGE.substring(0, 64));
    }

    @Test
    void a_block_enciphers_as_in_fips_197() {
        Aes128 aes = new Aes128(HEX.parseHex("000102030405060708090a0b0c0d0e0f"));
        assertThat(HEX.formatHex(aes.encryptBlock(HEX.parseHex("00112233445566778899aabbccddeeff"))))
                .isEqualTo("69c4e0d86a7b0430d8cdb78070b4c55a");
    }

    @ParameterizedTest
    @CsvSource({
        // CAVP, ANS X9.63-2001 KDF, SHA-256: without SharedInfo, and with SharedInfo
        "96c05619d56c328ab95fe84b18264b08725b85e33fd34f08, '', 443024c3dae66b95e6f5670601558f71",
        "22518b10e70f2a3f243810ae3254139efbee04aa57c7af7d, 75eef81aa3041e33b80971203d2c0c52,"
                + "c498af77161cc59f2962b9a713e2b215152d139766ce34a776df11866a69bf2e52a13d9c7c6fc878c50c5ea0bc7b00e0"
                + "da2447cfd874f6cf92f30d0097111485500c90c3af8b487872d04685d14c8d1dc8d7fa08beb0ce0ababc11f0bd496269"
                + "142d43525a78e5bc79a17f59676a5706dc54d54d4d1f0bd7e386128ec26afc21"
    })
    void x963_derivation_gives_the_values_of_nist(String secret, String sharedInfo, String keyData) {
        byte[] derived = X963KeyDerivation.derive(HEX.parseHex(secret), HEX.parseHex(sharedInfo), keyData.length() / 2);
        assertThat(HEX.formatHex(derived)).isEqualTo(keyData);
    }

    @Test
    void gcm_opens_only_what_was_sealed_with_the_same_parameters() {
        SecretKey key = new SecretKeySpec(RFC_4493_KEY, "AES");
        byte[] nonce = new byte[AesGcm.NONCE_LENGTH];
        byte[] sealed = AesGcm.seal(key, nonce, new byte[] {1}, RFC_4493_KEY);
        assertThat(AesGcm.open(key, nonce, new byte[] {1}, sealed)).hasValue(RFC_4493_KEY);
        assertThat(AesGcm.open(key, nonce, new byte[] {2}, sealed)).isEmpty();
        sealed[3] ^= 1;
        assertThat(AesGcm.open(key, nonce, new byte[] {1}, sealed)).isEqualTo(Optional.empty());
        assertThat(AesGcm.open(key, nonce, new byte[] {1}, new byte[3])).isEmpty();
    }

    @Test
    void gcm_gives_the_value_of_its_specification() {
        // McGrew and Viega, test case 4
        SecretKey key = new SecretKeySpec(HEX.parseHex("feffe9928665731c6d6a8f9467308308"), "AES");
        byte[] sealed = AesGcm.seal(
                key,
                HEX.parseHex("cafebabefacedbaddecaf888"),
                HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                HEX.parseHex(
                        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449"
                                + "a6b525b16aedf5aa0de657ba637b39"));
        assertThat(HEX.formatHex(sealed))
                .isEqualTo(
                        "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84"
                                + "aa051ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47");
    }
}
