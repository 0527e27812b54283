package org.mintline.rsp.data;

import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * OtherSignedNotification, '30': that a profile was enabled, disabled or deleted (SGP.22 v2.5, clause 5.7.10).
 *
 * @param tbsOtherNotification 'BF2F'
 * @param euiccNotificationSignature '5F37', the eUICC's signature over tbsOtherNotification
 * @param euiccCertificate CERT.EUICC.ECDSA, encoded
 * @param eumCertificate CERT.EUM.ECDSA, encoded
 * @param encoded the bytes as they came
 */
public record OtherSignedNotification(
        NotificationMetadata tbsOtherNotification,
        EcdsaSignature euiccNotificationSignature,
        byte[] euiccCertificate,
        byte[] eumCertificate,
        byte[] encoded)
        implements PendingNotification {
    /** The tag of the data object. */
    public static final int TAG = 0x30;

    /** Makes one. */
    public static OtherSignedNotification of(
            NotificationMetadata tbsOtherNotification,
            EcdsaSignature euiccNotificationSignature,
            byte[] euiccCertificate,
            byte[] eumCertificate) {
        byte[] encoded = new TlvWriter()
                .encoded(tbsOtherNotification.encoded())
                .encoded(euiccNotificationSignature.encoded())
                .encoded(euiccCertificate)
                .encoded(eumCertificate)
                .wrap(TAG);
        return new OtherSignedNotification(
                tbsOtherNotification, euiccNotificationSignature, euiccCertificate, eumCertificate, encoded);
    }

    static OtherSignedNotification decode(Tlv tlv) {
        TlvReader reader = tlv.reader();
        return new OtherSignedNotification(
                NotificationMetadata.decode(reader.next("tbsOtherNotification")),
                EcdsaSignature.decode(reader.next("euiccNotificationSignature")),
                reader.require(0x30, "euiccCertificate").encoded(),
                reader.require(0x30, "eumCertificate").encoded(),
                tlv.encoded());
    }

    @Override
    public NotificationMetadata notificationMetadata() {
        return tbsOtherNotification;
    }
}
