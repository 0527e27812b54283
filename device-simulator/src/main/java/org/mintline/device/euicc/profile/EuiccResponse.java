package org.mintline.device.euicc.profile;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.mintline.rsp.tlv.Tlv;

/**
 * EUICCResponse of the interoperable format (TCA, clause 8.11), the content of simaResponse.
 *
 * @param statuses one for each element that was processed, in order
 * @param aborted whether the installation ended before its end
 */
public record EuiccResponse(List<PeStatus> statuses, boolean aborted) {
    /** The encoding. */
    public byte[] encoded() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        statuses.forEach(status -> list.writeBytes(status.encoded()));
        byte[] peStatus = Tlv.encode(0xA0, list.toByteArray());
        return aborted ? Tlv.encode(0x30, peStatus, Tlv.encode(0x81)) : Tlv.encode(0x30, peStatus);
    }
}
