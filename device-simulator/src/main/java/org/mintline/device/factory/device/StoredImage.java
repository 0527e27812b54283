package org.mintline.device.factory.device;

import java.nio.ByteBuffer;
import org.mintline.device.factory.protocol.ImageTransfer;
import org.mintline.rsp.tlv.DecodeException;

/**
 * What a device knows of the image in its security area.
 *
 * @param transfer which image it is
 * @param isCommitted whether it is whole, was checked, and counts
 * @param attempts how often its installation was begun, 0 to 255
 * @param notificationsBefore the highest sequence number among the eUICC's notifications when it was begun for the first time
 */
record StoredImage(ImageTransfer transfer, boolean isCommitted, int attempts, long notificationsBefore) {
    private static final int LENGTH = ImageTransfer.LENGTH + 10;

    static StoredImage announced(ImageTransfer transfer) {
        return new StoredImage(transfer, false, 0, 0);
    }

    static StoredImage decode(byte[] input) {
        if (input.length != LENGTH) {
            throw new DecodeException("stored image", 0, "has " + input.length + " bytes, not " + LENGTH);
        }
        ByteBuffer buffer = ByteBuffer.wrap(input);
        byte[] transfer = new byte[ImageTransfer.LENGTH];
        buffer.get(transfer);
        return new StoredImage(
                ImageTransfer.decode(transfer), buffer.get() != 0, buffer.get() & 0xFF, buffer.getLong());
    }

    byte[] encoded() {
        return ByteBuffer.allocate(LENGTH)
                .put(transfer.encoded())
                .put((byte) (isCommitted ? 1 : 0))
                .put((byte) attempts)
                .putLong(notificationsBefore)
                .array();
    }

    StoredImage committed() {
        return new StoredImage(transfer, true, attempts, notificationsBefore);
    }

    StoredImage begun(long notifications) {
        return new StoredImage(
                transfer, isCommitted, attempts + 1, attempts == 0 ? notifications : notificationsBefore);
    }
}
