package org.mintline.rsp.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Hpke;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.image.ImageParser.Frame;
import org.mintline.rsp.image.ProfileImageException.Reason;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Gives the packets of a verified image in the clear, one after the other.
 *
 * <p>A packet may be used as soon as it is given out, although the bytes are read for the second time: the header is the one
 * that was verified, so each record opens only if it was encrypted, for this place, by whoever encrypted the verified ones.
 * That the image ended as it should is known when {@link #nextPacket()} answers empty, and not before.
 *
 * <p>The first error ends it: every later call throws the same. Not for use by several threads at once.
 */
public final class ProfileImageReader {
    private final ImageParser parser;
    private final byte[] verifiedDigest;
    private final Hpke.Recipient recipient;
    private final ImageMetadata metadata;
    private final MessageDigest packetDigest = Cryptography.newSha256();
    private int packets;
    private boolean complete;
    private ProfileImageException refusal;

    ProfileImageReader(ImageParser parser, byte[] verifiedDigest, PrivateKey deviceKey) throws IOException {
        this.parser = parser;
        this.verifiedDigest = verifiedDigest;
        this.recipient = recipient(deviceKey);
        this.metadata = decodeMetadata(parser.next());
    }

    /** What the image says of its profile, for instance whether a device in test-profile mode may install it. */
    public ImageMetadata metadata() {
        return metadata;
    }

    /**
     * The next packet.
     *
     * @return the packet as it was put in, or empty if there are no more and the image was seen to be complete
     * @throws ProfileImageException if the image is not the one that was verified, or was not written as it should be
     */
    public Optional<byte[]> nextPacket() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        if (complete) {
            return Optional.empty();
        }
        try {
            Frame frame = parser.next();
            byte[] plain = open(frame);
            if (frame.type() == RecordType.END) {
                checkEnd(frame, plain);
                complete = true;
                return Optional.empty();
            }
            packetDigest.update(ImageFormat.packetLength(plain));
            packetDigest.update(plain);
            packets++;
            return Optional.of(plain);
        } catch (ProfileImageException e) {
            refusal = e;
            throw e;
        }
    }

    private void checkEnd(Frame frame, byte[] end) throws IOException {
        int announced = metadata.numberOfPackets().orElse(packets);
        byte[] digest = Arrays.copyOfRange(end, Integer.BYTES, end.length);
        if (ByteBuffer.wrap(end).getInt() != packets || announced != packets) {
            throw ImageParser.refused(
                    Reason.ALTERED,
                    RecordType.END.title(),
                    frame.offset(),
                    "counts other than " + packets + " packets");
        }
        if (!MessageDigest.isEqual(digest, packetDigest.digest())) {
            throw ImageParser.refused(
                    Reason.ALTERED, RecordType.END.title(), frame.offset(), "is of other packets than these");
        }
        byte[] imageDigest = parser.digest();
        parser.signature();
        if (!MessageDigest.isEqual(imageDigest, verifiedDigest)) {
            throw ImageParser.refused(
                    Reason.ALTERED, RecordType.END.title(), frame.offset(), "ends another image than was verified");
        }
    }

    private Hpke.Recipient recipient(PrivateKey deviceKey) {
        KeyPair device = Cryptography.system().keyPairOf(deviceKey);
        SubjectKeyIdentifier identifier = new DeviceKey(device.getPublic()).identifier();
        ImageHeader header = parser.header();
        if (!identifier.equals(header.device())) {
            throw ImageParser.refused(
                    Reason.OTHER_DEVICE,
                    "device",
                    ImageFormat.PREAMBLE_LENGTH,
                    "is " + header.device() + ", not " + identifier);
        }
        try {
            return Hpke.recipient(device, header.encapsulatedKey(), parser.headerBytes());
        } catch (DecodeException e) {
            throw ImageParser.refused(Reason.MALFORMED, "encapsulatedKey", ImageFormat.PREAMBLE_LENGTH, e.reason());
        }
    }

    private ImageMetadata decodeMetadata(Frame frame) {
        try {
            return ImageMetadata.decode(open(frame));
        } catch (DecodeException e) {
            throw ImageParser.refused(Reason.MALFORMED, e.element(), frame.offset(), e.reason());
        }
    }

    private byte[] open(Frame frame) {
        return recipient
                .open(frame.associatedData(), frame.ciphertext())
                .orElseThrow(() -> ImageParser.refused(
                        Reason.ALTERED,
                        "record " + frame.sequence(),
                        frame.offset(),
                        "does not decrypt as a " + frame.type().title()));
    }
}
