package org.mintline.rsp.es9plus;

import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES9+.GetBoundProfilePackage, 'BF3A' (SGP.22 v2.5, clause 5.6.2).
 *
 * @param transactionId '80'
 * @param prepareDownloadResponse 'BF21', what the eUICC answered to ES10b.PrepareDownload
 */
public record GetBoundProfilePackageRequest(
        TransactionId transactionId, PrepareDownloadResponse prepareDownloadResponse)
        implements RemoteProfileProvisioningRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3A;

    /** Reads the whole of an input. */
    public static GetBoundProfilePackageRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3A'. */
    public static GetBoundProfilePackageRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "GetBoundProfilePackageRequest").reader();
        return new GetBoundProfilePackageRequest(
                TransactionId.decode(reader.require(0x80, "transactionId")),
                PrepareDownloadResponse.decode(reader.next("prepareDownloadResponse")));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x80, transactionId.octets())
                .encoded(prepareDownloadResponse.encoded())
                .wrap(TAG);
    }
}
