package org.mintline.rsp.bsp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.mintline.rsp.crypto.Aes128;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.crypto.X963KeyDerivation;

/**
 * The keys of a run of segments (SGP.22 v2.5, clause 2.6.4): derived session keys, or random profile protection keys (PPK).
 *
 * @param initialMacChainingValue chained in front of the first segment, 16 bytes
 * @param sEnc S-ENC or PPK-ENC, 16 bytes
 * @param sMac S-MAC or PPK-CMAC, 16 bytes
 */
public record BspKeys(byte[] initialMacChainingValue, byte[] sEnc, byte[] sMac) {
    /** The key type AES (GlobalPlatform Card Specification 2.3, table 11-16). */
    public static final int KEY_TYPE_AES = 0x88;

    /** The length of each key, in bytes. */
    public static final int KEY_LENGTH = Aes128.BLOCK_LENGTH;

    private static final int SHORT_LENGTH = 0x7F;

    /** Refuses keys of any length but 16 bytes. */
    public BspKeys {
        if (initialMacChainingValue.length != KEY_LENGTH || sEnc.length != KEY_LENGTH || sMac.length != KEY_LENGTH) {
            throw new IllegalArgumentException("BSP keys have 16 bytes each");
        }
    }

    /**
     * Derives session keys (SGP.22 v2.5, annex G).
     *
     * @param sharedSecret the result of the key agreement between otSK and otPK, 32 bytes
     * @param hostId the hostId of the control reference template, 1 to 16 bytes
     * @param eid the EID, 16 bytes
     */
    public static BspKeys derive(byte[] sharedSecret, byte[] hostId, byte[] eid) {
        ByteArrayOutputStream sharedInfo = new ByteArrayOutputStream(48);
        sharedInfo.write(KEY_TYPE_AES);
        sharedInfo.write(KEY_LENGTH);
        appendLengthAndValue(sharedInfo, hostId);
        appendLengthAndValue(sharedInfo, eid);
        byte[] keyData = X963KeyDerivation.derive(sharedSecret, sharedInfo.toByteArray(), 3 * KEY_LENGTH);
        BspKeys keys = new BspKeys(
                Arrays.copyOf(keyData, KEY_LENGTH),
                Arrays.copyOfRange(keyData, KEY_LENGTH, 2 * KEY_LENGTH),
                Arrays.copyOfRange(keyData, 2 * KEY_LENGTH, 3 * KEY_LENGTH));
        Arrays.fill(keyData, (byte) 0);
        return keys;
    }

    /** New random keys, to protect a profile package before the eUICC is known (SGP.22 v2.5, clause 2.5.3). */
    public static BspKeys random(Randomness randomness) {
        return new BspKeys(randomness.octets(KEY_LENGTH), randomness.octets(KEY_LENGTH), randomness.octets(KEY_LENGTH));
    }

    private static void appendLengthAndValue(ByteArrayOutputStream target, byte[] value) {
        if (value.length > SHORT_LENGTH) {
            throw new IllegalArgumentException("a value of " + value.length + " bytes in SharedInfo");
        }
        target.write(value.length);
        target.writeBytes(value);
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "BspKeys[hidden]";
    }
}
