package org.mintline.rsp.data;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * ProfileInstallationResult, 'BF37' (SGP.22 v2.5, clause 2.5.6).
 *
 * @param profileInstallationResultData 'BF27'
 * @param euiccSignPIR '5F37', the eUICC's signature over profileInstallationResultData
 * @param encoded the bytes as they came
 */
public record ProfileInstallationResult(
        ProfileInstallationResultData profileInstallationResultData, EcdsaSignature euiccSignPIR, byte[] encoded)
        implements PendingNotification {
    /** The tag of the data object. */
    public static final int TAG = 0xBF37;

    /** Makes one. */
    public static ProfileInstallationResult of(ProfileInstallationResultData data, EcdsaSignature euiccSignPIR) {
        byte[] encoded = new TlvWriter()
                .encoded(data.encoded())
                .encoded(euiccSignPIR.encoded())
                .wrap(TAG);
        return new ProfileInstallationResult(data, euiccSignPIR, encoded);
    }

    /** Reads the whole of an input. */
    public static ProfileInstallationResult decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF37'. */
    public static ProfileInstallationResult decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "ProfileInstallationResult").reader();
        return new ProfileInstallationResult(
                ProfileInstallationResultData.decode(reader.next("profileInstallationResultData")),
                EcdsaSignature.decode(reader.next("euiccSignPIR")),
                tlv.encoded());
    }

    @Override
    public NotificationMetadata notificationMetadata() {
        return profileInstallationResultData.notificationMetadata();
    }
}
