package org.mintline.device.euicc.profile;

import java.io.ByteArrayOutputStream;
import org.mintline.rsp.tlv.Tlv;

/**
 * How one profile element was processed: PEStatus of the interoperable format (TCA, clause 8.11).
 *
 * @param code what happened
 * @param identification the identification number of the element, or -1 where it could not be read
 */
public record PeStatus(Code code, int identification) {
    /** The values of the status, as numbered there. */
    public enum Code {
        /** The element was carried out. */
        OK(0),
        /** This kind of element is not supported. */
        PE_NOT_SUPPORTED(1),
        /** Memory failed. */
        MEMORY_FAILURE(2),
        /** Values contradict one another or what is there. */
        BAD_VALUES(3),
        /** There is not enough memory. */
        NOT_ENOUGH_MEMORY(4),
        /** The coding is wrong. */
        INVALID_REQUEST_FORMAT(5),
        /** A parameter is wrong. */
        INVALID_PARAMETER(6),
        /** The template is not supported. */
        TEMPLATE_NOT_SUPPORTED(9),
        /** A feature is not supported. */
        FEATURE_NOT_SUPPORTED(10),
        /** The version of the package is not supported. */
        UNSUPPORTED_PROFILE_VERSION(31);

        private final int value;

        Code(int value) {
            this.value = value;
        }

        /** The number in PEStatus. */
        public int value() {
            return value;
        }
    }

    /** Whether the element was carried out. */
    public boolean isOk() {
        return code == Code.OK;
    }

    byte[] encoded() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(Tlv.encode(0x80, new byte[] {(byte) code.value()}));
        if (identification >= 0) {
            byte[] number = identification > 0x7F
                    ? new byte[] {(byte) (identification >>> 8), (byte) identification}
                    : new byte[] {(byte) identification};
            content.writeBytes(Tlv.encode(0x81, number));
        }
        return Tlv.encode(0x30, content.toByteArray());
    }
}
