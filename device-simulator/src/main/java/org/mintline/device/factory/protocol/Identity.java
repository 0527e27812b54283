package org.mintline.device.factory.protocol;

import java.nio.ByteBuffer;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.NamedNumber;

/**
 * What a device says of itself to anybody; a claim until it is authenticated.
 *
 * @param eid of its eUICC
 * @param signingKind the images that it accepts
 * @param mode where it takes profiles from
 * @param testProfileMode whether it takes test profiles only
 */
public record Identity(Eid eid, SigningKind signingKind, InstallationMode mode, boolean testProfileMode) {
    /** The version of the protocol. */
    public static final int VERSION = 1;

    private static final int EID = 16;
    private static final int LENGTH = EID + 4;
    private static final String NAME = "identity of a device";

    /**
     * Reads the answer to GET IDENTITY.
     *
     * @throws DecodeException if it is none, or of another version
     */
    public static Identity decode(byte[] input) {
        if (input.length != LENGTH) {
            throw new DecodeException(NAME, 0, "has " + input.length + " bytes, not " + LENGTH);
        }
        ByteBuffer buffer = ByteBuffer.wrap(input);
        int version = buffer.get() & 0xFF;
        if (version != VERSION) {
            throw new DecodeException(NAME, 0, "is of version " + version + ", not " + VERSION);
        }
        byte[] eid = new byte[EID];
        buffer.get(eid);
        try {
            return new Identity(
                    Eid.of(eid),
                    Numbers.find(SigningKind.class, buffer.get()).orElseThrow(Identity::malformed),
                    Numbers.find(InstallationMode.class, buffer.get()).orElseThrow(Identity::malformed),
                    buffer.get() != 0);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** 20 bytes: version, EID, kind, mode, test-profile mode. */
    public byte[] encoded() {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) VERSION)
                .put(eid.octets())
                .put(number(signingKind))
                .put(number(mode))
                .put((byte) (testProfileMode ? 1 : 0))
                .array();
    }

    private static byte number(NamedNumber value) {
        return (byte) value.number();
    }

    private static DecodeException malformed() {
        return new DecodeException(NAME, 1, "has a value that is not known");
    }
}
