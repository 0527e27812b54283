package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** CtxParams1: what the LPA adds to the authentication (SGP.22 v2.5, clause 5.7.13). */
public sealed interface CtxParams1 {
    /**
     * For a download or for events, 'A0'.
     *
     * @param matchingId '80', an Activation Code Token or an EventID; empty and absent mean the same. Whatever text the device
     *     sends, at most 255 bytes
     * @param deviceInfo 'A1'
     */
    record CtxParamsForCommonAuthentication(Optional<String> matchingId, DeviceInfo deviceInfo) implements CtxParams1 {
        private static final int TAG = 0xA0;

        @Override
        public byte[] encoded() {
            TlvWriter writer = new TlvWriter();
            matchingId.ifPresent(m -> writer.utf8(0x80, m));
            return writer.encoded(deviceInfo.encoded(0xA1)).wrap(TAG);
        }
    }

    /** Reads the alternative that its tag names. */
    static CtxParams1 decode(Tlv tlv) {
        if (tlv.tag() != CtxParamsForCommonAuthentication.TAG) {
            throw new DecodeException("ctxParams1", tlv.offset(), "has the unknown alternative " + tlv.name());
        }
        TlvReader reader = tlv.reader();
        return new CtxParamsForCommonAuthentication(
                reader.optional(0x80).map(m -> m.utf8(255)), DeviceInfo.decode(reader.require(0xA1, "deviceInfo")));
    }

    /** The data object. */
    byte[] encoded();
}
