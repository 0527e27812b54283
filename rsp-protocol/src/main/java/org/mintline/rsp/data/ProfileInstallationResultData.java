package org.mintline.rsp.data;

import java.util.Optional;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * ProfileInstallationResultData, 'BF27' (SGP.22 v2.5, clause 2.5.6).
 *
 * @param transactionId '80', of the session in which the profile was downloaded
 * @param notificationMetadata 'BF2F'
 * @param smdpOid '06', as in CERT.DPpb.ECDSA
 * @param finalResult 'A2'
 * @param encoded the bytes as they came; euiccSignPIR covers them
 */
public record ProfileInstallationResultData(
        TransactionId transactionId,
        NotificationMetadata notificationMetadata,
        Optional<ObjectIdentifier> smdpOid,
        FinalResult finalResult,
        byte[] encoded) {
    private static final int TAG = 0xBF27;

    /** Makes one. */
    public static ProfileInstallationResultData of(
            TransactionId transactionId,
            NotificationMetadata notificationMetadata,
            Optional<ObjectIdentifier> smdpOid,
            FinalResult finalResult) {
        TlvWriter writer = new TlvWriter().octets(0x80, transactionId.octets()).encoded(notificationMetadata.encoded());
        smdpOid.ifPresent(o -> writer.octets(0x06, o.content()));
        writer.octets(0xA2, finalResult.encoded());
        return new ProfileInstallationResultData(
                transactionId, notificationMetadata, smdpOid, finalResult, writer.wrap(TAG));
    }

    /** Reads the data object 'BF27'. */
    public static ProfileInstallationResultData decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "ProfileInstallationResultData").reader();
        return new ProfileInstallationResultData(
                TransactionId.decode(reader.require(0x80, "transactionId")),
                NotificationMetadata.decode(reader.require(NotificationMetadata.TAG, "notificationMetadata")),
                reader.optional(0x06).map(ObjectIdentifier::decode),
                FinalResult.decode(reader.require(0xA2, "finalResult").reader().next("finalResult")),
                tlv.encoded());
    }
}
