package org.mintline.line;

/** What a message of a line is, each an object of {@code org.mintline.rsp.bulk} but for the last. */
public enum LineMessageKind {
    /** {@link org.mintline.rsp.bulk.BatchAnnouncement}. */
    BATCH_ANNOUNCEMENT,
    /** {@link org.mintline.rsp.bulk.ProfilePackets}. */
    PROFILE_PACKETS,
    /** {@link org.mintline.rsp.bulk.BatchManifest}. */
    BATCH_MANIFEST,
    /** {@link org.mintline.rsp.bulk.BatchCancellation}. */
    BATCH_CANCELLATION,
    /** {@link org.mintline.rsp.bulk.BatchReceipt}. */
    BATCH_RECEIPT,
    /** {@link org.mintline.rsp.bulk.DeviceReport}. */
    DEVICE_REPORT,
    /** {@link org.mintline.rsp.factory.DeleteUnusedKeysResponse}: an eUICC proves that it deleted unused keys. */
    DELETED_KEYS
}
