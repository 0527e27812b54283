package org.mintline.rsp.data;

import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.Tac;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * DeviceInfo: what a device says of itself (SGP.22 v2.5, clause 4.2).
 *
 * @param tac '80', 4 bytes (in the ASN.1 of v2.0 eight, of which the first 4 are the TAC)
 * @param deviceCapabilities 'A1'
 * @param imei '82', 8 bytes
 */
public record DeviceInfo(Tac tac, DeviceCapabilities deviceCapabilities, Optional<Imei> imei) {
    /** Reads the content of a DeviceInfo, whatever its tag. */
    public static DeviceInfo decode(Tlv tlv) {
        TlvReader reader = tlv.reader();
        Tlv tac = reader.require(0x80, "deviceInfo.tac");
        DeviceCapabilities capabilities =
                DeviceCapabilities.decode(reader.require(0xA1, "deviceInfo.deviceCapabilities"));
        return new DeviceInfo(
                decodeTac(tac), capabilities, reader.optional(0x82).map(DeviceInfo::decodeImei));
    }

    /**
     * The DeviceInfo under a tag.
     *
     * @param tag 'A1' in CtxParamsForCommonAuthentication
     */
    public byte[] encoded(int tag) {
        TlvWriter writer = new TlvWriter().octets(0x80, tac.octets()).encoded(deviceCapabilities.encoded(0xA1));
        imei.ifPresent(i -> writer.octets(0x82, i.octets()));
        return writer.wrap(tag);
    }

    private static Tac decodeTac(Tlv tlv) {
        try {
            return Tac.of(Arrays.copyOf(tlv.octets(4, 8), 4));
        } catch (IllegalArgumentException e) {
            throw new DecodeException("deviceInfo.tac", tlv.valueOffset(), "is no TAC");
        }
    }

    private static Imei decodeImei(Tlv tlv) {
        try {
            return Imei.of(tlv.octets(8, 8));
        } catch (IllegalArgumentException e) {
            throw new DecodeException("deviceInfo.imei", tlv.valueOffset(), "is no IMEI");
        }
    }
}
