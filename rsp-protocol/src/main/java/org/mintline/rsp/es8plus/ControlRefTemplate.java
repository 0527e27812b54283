package org.mintline.rsp.es8plus;

import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * The control reference template of the key agreement (SGP.22 v2.5, clause 5.5.1; tag A6).
 *
 * @param keyType the type of the session keys: 0x88, AES
 * @param keyLen their length: 16 bytes
 * @param hostId names the SM-DP+ in the key derivation, 1 to 16 bytes
 */
public record ControlRefTemplate(int keyType, int keyLen, byte[] hostId) {
    /** The tag of this data object. */
    public static final int TAG = 0xA6;

    private static final int MAXIMUM_HOST_ID = 16;

    /** Refuses a host identifier of a wrong length, and a type or length that is no octet. */
    public ControlRefTemplate {
        if (hostId.length < 1 || hostId.length > MAXIMUM_HOST_ID) {
            throw new IllegalArgumentException("hostId of " + hostId.length + " bytes");
        }
        if ((keyType & ~0xFF) != 0 || (keyLen & ~0xFF) != 0) {
            throw new IllegalArgumentException("keyType and keyLen are one octet each");
        }
    }

    /** The one that is used today: AES keys of 16 bytes. */
    public static ControlRefTemplate aes(byte[] hostId) {
        return new ControlRefTemplate(BspKeys.KEY_TYPE_AES, BspKeys.KEY_LENGTH, hostId);
    }

    /** Whether it asks for AES keys of 16 bytes; an eUICC answers any other with unsupportedCrtValues. */
    public boolean isAes128() {
        return keyType == BspKeys.KEY_TYPE_AES && keyLen == BspKeys.KEY_LENGTH;
    }

    /**
     * Reads it.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed
     */
    public static ControlRefTemplate decode(Tlv element) {
        TlvReader reader = element.reader();
        int keyType = reader.require(0x80, "keyType").octets(1, 1)[0] & 0xFF;
        int keyLen = reader.require(0x81, "keyLen").octets(1, 1)[0] & 0xFF;
        byte[] hostId = reader.require(0x84, "hostId").octets(1, MAXIMUM_HOST_ID);
        return new ControlRefTemplate(keyType, keyLen, hostId);
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return Tlv.encode(
                TAG,
                Tlv.encode(0x80, new byte[] {(byte) keyType}),
                Tlv.encode(0x81, new byte[] {(byte) keyLen}),
                Tlv.encode(0x84, hostId));
    }
}
