package org.mintline.rsp.image;

import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyPair;
import java.security.MessageDigest;
import org.bouncycastle.util.Arrays;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Hpke;
import org.mintline.rsp.crypto.Signer;
import org.mintline.rsp.image.ProfileImageException.Reason;

/**
 * Writes an image while its packets arrive; {@link ImageFactory} begins one. Holds one packet at a time.
 *
 * <p>It is an image once {@link #finish()} has returned. What was written before that, when a line broke or a process died, is
 * refused by every reader as cut off, so there is nothing to close. Not for use by several threads at once.
 */
public final class ProfileImageWriter {
    /** The longest packet, in bytes. */
    public static final int MAXIMUM_PACKET = 16 * 1024;

    /** How many packets there are at most. */
    public static final int MAXIMUM_PACKETS = 65_536;

    /** The longest image, in bytes. */
    public static final int MAXIMUM_LENGTH = 16 * 1024 * 1024;

    private static final int LENGTH_OF_THE_REST = ImageFormat.RECORD_HEADER_LENGTH
            + ImageFormat.ciphertextLength(ImageFormat.END_LENGTH)
            + ImageFormat.SIGNATURE_LENGTH;

    private final OutputStream output;
    private final Signer signer;
    private final ImageHeader header;
    private final Hpke.Sender sender;
    private final int announced;
    private final MessageDigest imageDigest = Cryptography.newSha256();
    private final MessageDigest packetDigest = Cryptography.newSha256();
    private long length;
    private int records;
    private boolean finished;

    ProfileImageWriter(
            OutputStream output,
            Signer signer,
            ImageHeader header,
            DeviceKey device,
            KeyPair ephemeral,
            ImageMetadata metadata)
            throws IOException {
        this.output = output;
        this.signer = signer;
        this.header = header;
        this.announced = metadata.numberOfPackets().orElse(0);
        byte[] encoded = header.encoded();
        byte[] headerBytes = Arrays.concatenate(ImageFormat.preamble(encoded.length), encoded);
        this.sender = Hpke.sender(device.key(), headerBytes, ephemeral);
        write(headerBytes);
        record(RecordType.METADATA, metadata.encoded());
    }

    /**
     * Adds a packet.
     *
     * @param packet 1 to 16,384 bytes: an APDU, or a chunk of them
     * @throws ProfileImageException if the image would get too long; the image cannot be finished as it should then
     * @throws IllegalArgumentException if the packet is empty or too long
     * @throws IllegalStateException if the image is finished
     */
    public void packet(byte[] packet) throws IOException {
        requireUnfinished();
        if (packet.length < 1 || packet.length > MAXIMUM_PACKET) {
            throw new IllegalArgumentException("a packet has 1 to 16,384 bytes, not " + packet.length);
        }
        int recordLength = ImageFormat.RECORD_HEADER_LENGTH + ImageFormat.ciphertextLength(packet.length);
        if (packets() == MAXIMUM_PACKETS || length + recordLength + LENGTH_OF_THE_REST > MAXIMUM_LENGTH) {
            throw ImageParser.refused(
                    Reason.TOO_LONG, "record " + records, length, "would make the image longer than it may be");
        }
        packetDigest.update(ImageFormat.packetLength(packet));
        packetDigest.update(packet);
        record(RecordType.PACKET, packet);
    }

    /**
     * Writes the end and signs.
     *
     * @throws IllegalStateException if there is no packet, other than as many as the metadata announce, or the image is finished
     */
    public void finish() throws IOException {
        requireUnfinished();
        if (packets() == 0 || announced != 0 && announced != packets()) {
            throw new IllegalStateException(
                    "there are " + packets() + " packets, not " + (announced == 0 ? "at least one" : announced));
        }
        record(RecordType.END, ImageFormat.end(packets(), packetDigest.digest()));
        finished = true;
        output.write(signer.sign(ImageFormat.signed(imageDigest.digest())));
        output.flush();
    }

    /** The header that was written. */
    public ImageHeader header() {
        return header;
    }

    /** How many packets were added. */
    public int packets() {
        return records - 1;
    }

    private void record(RecordType type, byte[] plain) throws IOException {
        byte[] ciphertext = sender.seal(ImageFormat.associatedData(type, records), plain);
        write(ImageFormat.recordHeader(type, ciphertext.length));
        write(ciphertext);
        records++;
    }

    private void write(byte[] bytes) throws IOException {
        output.write(bytes);
        imageDigest.update(bytes);
        length += bytes.length;
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("the image is finished");
        }
    }
}
