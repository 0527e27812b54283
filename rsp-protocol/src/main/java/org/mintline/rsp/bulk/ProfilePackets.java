package org.mintline.rsp.bulk;

import java.util.List;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * One profile of a batch as the packets that install it, 'FF40'.
 *
 * @param batch of which batch
 * @param number of the profile within the batch, from 1, without gaps
 * @param keyIdentifier of the preloaded key that the profile is bound to, 16 bytes
 * @param metadata what may be told of the profile; the EID is present
 * @param packets command APDUs, encoded, in the order in which they go to the ISD-R on channel 0; 1 to 65,536
 * @param encoded the bytes; the digest covers them
 */
public record ProfilePackets(
        BatchId batch,
        int number,
        TransactionId keyIdentifier,
        ImageMetadata metadata,
        List<byte[]> packets,
        byte[] encoded) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF40;

    /** The largest encoded object, in bytes: a profile package of 1 MiB and the commands around it. */
    public static final int MAXIMUM_LENGTH = 1280 * 1024;

    private static final int PACKETS = 0xA5;
    private static final int PACKET = 0x04;
    private static final int LONGEST_PACKET = 261;
    private static final int MAXIMUM_PACKETS = 65_536;
    private static final int KEY_IDENTIFIER_LENGTH = 16;
    private static final DecodeLimits LIMITS = new DecodeLimits(MAXIMUM_LENGTH, 8, MAXIMUM_PACKETS + 64);

    /** Copies the list. */
    public ProfilePackets {
        packets = List.copyOf(packets);
    }

    /**
     * Makes one.
     *
     * @param commands in the order in which they are sent
     * @throws IllegalArgumentException if a value is out of bounds
     */
    public static ProfilePackets of(
            BatchId batch,
            int number,
            TransactionId keyIdentifier,
            ImageMetadata metadata,
            List<CommandApdu> commands) {
        List<byte[]> packets = commands.stream().map(CommandApdu::encoded).toList();
        if (number < 1
                || metadata.eid().isEmpty()
                || keyIdentifier.octets().length != KEY_IDENTIFIER_LENGTH
                || packets.isEmpty()
                || packets.size() > MAXIMUM_PACKETS) {
            throw new IllegalArgumentException(
                    "a profile of a batch has a number from 1, a key identifier of 16 bytes, an EID, and 1 to 65,536 packets");
        }
        TlvWriter list = new TlvWriter();
        packets.forEach(packet -> list.octets(PACKET, packet));
        byte[] encoded = BulkFormat.begin(batch)
                .integer(0x82, number)
                .octets(0x83, keyIdentifier.octets())
                .encoded(metadata.encoded())
                .encoded(list.wrap(PACKETS))
                .wrap(TAG);
        return new ProfilePackets(batch, number, keyIdentifier, metadata, packets, encoded);
    }

    /**
     * Reads the data object.
     *
     * @throws DecodeException if it is malformed, out of bounds or of another version
     */
    public static ProfilePackets decode(byte[] input) {
        TlvReader reader =
                Tlv.decode(input, LIMITS).expect(TAG, "profilePackets").reader();
        BatchId batch = BulkFormat.batch(reader);
        int number = BulkFormat.number(reader.require(0x82, "number"));
        TransactionId key = TransactionId.of(
                reader.require(0x83, "keyIdentifier").octets(KEY_IDENTIFIER_LENGTH, KEY_IDENTIFIER_LENGTH));
        Tlv described = reader.require(0xE1, "metadata");
        ImageMetadata metadata = ImageMetadata.decode(described.encoded());
        if (metadata.eid().isEmpty()) {
            throw new DecodeException("metadata", described.offset(), "has no EID");
        }
        Tlv list = reader.require(PACKETS, "packets");
        List<byte[]> packets =
                list.children().stream().map(ProfilePackets::packet).toList();
        if (packets.isEmpty() || packets.size() > MAXIMUM_PACKETS) {
            throw new DecodeException("packets", list.offset(), "are not 1 to 65,536");
        }
        return new ProfilePackets(batch, number, key, metadata, packets, input.clone());
    }

    private static byte[] packet(Tlv element) {
        byte[] packet = element.expect(PACKET, "packet").octets(4, LONGEST_PACKET);
        CommandApdu.decode(packet);
        return packet;
    }

    /** SHA-256 over the data object, 32 bytes. */
    public byte[] digest() {
        return Cryptography.sha256(encoded);
    }

    /** Says nothing of the packets. */
    @Override
    public String toString() {
        return "ProfilePackets[" + batch + "/" + number + ", " + metadata.iccid() + ", " + packets.size() + " packets]";
    }
}
