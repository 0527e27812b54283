package org.mintline.faults;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.ImageMetadata;

/** A batch as it stands in a server's outbox, profile by profile, as the job that binds profiles leaves it there. */
final class OutboxOfBatch {
    private static final int PACKETS = 60;
    private static final int PACKET_LENGTH = 255;
    private static final String INSERT = "insert into line_message (id, line, kind, identifier, length, content)"
            + " values (nextval('line_message_seq'), ?, ?, ?, ?, ?)";

    private final String line;
    private final int amount;
    private final Random random;
    private final BatchId batch;
    private final DigestOfDigests digests = new DigestOfDigests();
    private byte[] digestOfDigests;
    private int next;

    /** @param amount of profiles, each of 15 kB that cannot be compressed, as cipher text is */
    OutboxOfBatch(String line, int amount, Random random) {
        this.line = line;
        this.amount = amount;
        this.random = random;
        byte[] identifier = new byte[BatchId.LENGTH];
        random.nextBytes(identifier);
        batch = new BatchId(identifier);
    }

    /** Hexadecimal. */
    String batch() {
        return batch.toString();
    }

    byte[] digestOfDigests() {
        return digestOfDigests.clone();
    }

    boolean isComplete() {
        return next > amount + 1;
    }

    /** Adds the next so many messages: first the announcement, last the manifest. */
    void add(Connection outbox, int messages) throws SQLException {
        try (PreparedStatement insert = outbox.prepareStatement(INSERT)) {
            for (int i = 0; i < messages && !isComplete(); i++, next++) {
                if (next == 0) {
                    add(insert, "BATCH_ANNOUNCEMENT", "announcement", announcement());
                } else if (next <= amount) {
                    ProfilePackets packets = packets(next);
                    digests.add(packets.digest());
                    add(insert, "PROFILE_PACKETS", Integer.toString(next), packets.encoded());
                } else {
                    digestOfDigests = digests.value();
                    add(insert, "BATCH_MANIFEST", "manifest", manifest());
                }
            }
            insert.executeBatch();
        }
    }

    /** Adds a message that is no profile, whatever it says. */
    void addPoison(Connection outbox, String identifier) throws SQLException {
        try (PreparedStatement insert = outbox.prepareStatement(INSERT)) {
            add(insert, "PROFILE_PACKETS", identifier, new byte[PACKET_LENGTH]);
            insert.executeBatch();
        }
    }

    private void add(PreparedStatement insert, String kind, String identifier, byte[] content) throws SQLException {
        insert.setString(1, line);
        insert.setString(2, kind);
        insert.setString(3, batch + "/" + identifier);
        insert.setInt(4, content.length);
        insert.setBytes(5, content);
        insert.addBatch();
    }

    private byte[] announcement() {
        return new BatchAnnouncement(
                        batch,
                        amount,
                        "Salish",
                        "smdp.salish.example",
                        "prepaid",
                        ProfileClass.OPERATIONAL,
                        Optional.empty())
                .encoded();
    }

    private byte[] manifest() {
        return new BatchManifest(batch, amount, digestOfDigests).encoded();
    }

    private ProfilePackets packets(int number) {
        ImageMetadata metadata = new ImageMetadata(
                Iccid.withCheckDigit(String.format("8988211%011d", number)),
                Optional.of(Eid.withCheckDigits(String.format("8904903200000000000000%08d", number))),
                "Salish",
                "Salish 5G",
                ProfileClass.OPERATIONAL,
                Optional.empty(),
                Optional.of(PACKETS));
        List<CommandApdu> commands = new ArrayList<>(PACKETS);
        for (int block = 0; block < PACKETS; block++) {
            byte[] data = new byte[PACKET_LENGTH];
            random.nextBytes(data);
            commands.add(new CommandApdu(0x80, 0xE2, 0x11, block & 0xFF, data, OptionalInt.empty()));
        }
        byte[] key = ByteBuffer.allocate(16).putInt(12, number).array();
        return ProfilePackets.of(batch, number, TransactionId.of(key), metadata, commands);
    }
}
