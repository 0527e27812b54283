package org.mintline.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.support.batch.BatchCompletion;
import org.mintline.support.batch.BatchReceiver;
import org.mintline.support.batch.BatchRepository;
import org.mintline.support.batch.ReceivedBatchesBean;
import org.mintline.support.packets.PacketStoreBean;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

/** A support server over a test database, with what comes in on its line and what goes out. */
public final class SupportWorld {
    /** The line on which batches come. */
    public static final String LINE = "salish";

    /** A batch. */
    public static final BatchId BATCH = BatchId.of("0123456789ABCDEF0123456789ABCDEF");

    /** The lot of eUICCs that it is for. */
    public static final String LOT = "lot-7";

    /** What was sent on a line. */
    public record Sent(String line, LineMessage message) {}

    public final TestDatabase database;
    public final TestClock clock = new TestClock();
    public final List<AuditEvent> audit = new CopyOnWriteArrayList<>();
    public final List<AuditEvent> refusals = new CopyOnWriteArrayList<>();
    public final List<Sent> sent = new ArrayList<>();
    public final AuditTrail trail = new RecordedAudit();
    public final PacketsRepository profiles;
    public final BatchRepository batches;
    private final BatchReceiver receiver;
    private final BatchCompletion completion;

    /** Over an empty database. */
    public SupportWorld(TestDatabase database) {
        this.database = database;
        profiles = new PacketsRepository(database.entityManager());
        batches = new BatchRepository(database.entityManager());
        completion = new BatchCompletion(batches, profiles, () -> outbox(), trail, clock);
        receiver = new BatchReceiver(batches, profiles, completion, trail, clock);
    }

    private final class RecordedAudit implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            audit.add(event);
        }

        @Override
        public void recordRefusal(AuditEvent event) {
            refusals.add(event);
        }
    }

    private LineOutbox outbox() {
        return new LineOutbox() {
            @Override
            public Set<String> lines() {
                return Set.of(LINE);
            }

            @Override
            public int room(String line) {
                return Integer.MAX_VALUE;
            }

            @Override
            public void send(String line, LineMessage message) {
                sent.add(new Sent(line, message));
            }

            @Override
            public int withdraw(String line, String identifierPrefix) {
                return 0;
            }
        };
    }

    /** The packets that came. */
    public PacketStore store() {
        return new PacketStoreBean(profiles, trail, clock);
    }

    /** The batches that came. */
    public ReceivedBatches receivedBatches() {
        return new ReceivedBatchesBean(batches, profiles);
    }

    /** Looks at the batches that wait. */
    public void completeBatches() {
        database.call(() -> {
            completion.run();
            return null;
        });
    }

    /** A message comes on a line, in a transaction of its own. */
    public void receive(String line, LineMessageKind kind, byte[] content) {
        database.callInNew(() -> {
            receiver.receive(line, new LineMessage(kind, "message", content));
            return null;
        });
    }

    /** An announcement comes. */
    public void announce(BatchId batch, int amount) {
        BatchAnnouncement announcement = new BatchAnnouncement(
                batch, amount, "Salish", "smdp.salish.example", "prepaid", ProfileClass.OPERATIONAL, Optional.of(LOT));
        receive(LINE, LineMessageKind.BATCH_ANNOUNCEMENT, announcement.encoded());
    }

    /** Packets come. */
    public void receive(ProfilePackets packets) {
        receive(LINE, LineMessageKind.PROFILE_PACKETS, packets.encoded());
    }

    /** The manifest of these packets comes. */
    public void end(BatchId batch, List<ProfilePackets> packets) {
        DigestOfDigests digests = new DigestOfDigests();
        packets.forEach(one -> digests.add(one.digest()));
        receive(
                LINE,
                LineMessageKind.BATCH_MANIFEST,
                new BatchManifest(batch, packets.size(), digests.value()).encoded());
    }

    /** A cancellation comes. */
    public void cancel(BatchId batch) {
        receive(LINE, LineMessageKind.BATCH_CANCELLATION, new BatchCancellation(batch).encoded());
    }

    /** The packets of a batch of some size. */
    public static List<ProfilePackets> packets(BatchId batch, int amount) {
        return IntStream.rangeClosed(1, amount)
                .mapToObj(number -> packets(batch, number, ProfileClass.OPERATIONAL))
                .toList();
    }

    /** The packets of one profile of a batch, for the eUICC of the same number. */
    public static ProfilePackets packets(BatchId batch, int number, ProfileClass profileClass) {
        ImageMetadata metadata = new ImageMetadata(
                iccid(number),
                Optional.of(eid(number)),
                "Salish",
                "Salish 5G",
                profileClass,
                Optional.empty(),
                Optional.of(3));
        List<CommandApdu> commands = IntStream.range(0, 3)
                .mapToObj(block -> new CommandApdu(
                        0x80,
                        0xE2,
                        block == 2 ? 0x91 : 0x11,
                        block,
                        new byte[] {(byte) number, 1, 2},
                        OptionalInt.empty()))
                .toList();
        byte[] key = new byte[16];
        key[15] = (byte) number;
        return ProfilePackets.of(batch, number, TransactionId.of(key), metadata, commands);
    }

    /** The eUICC of that number. */
    public static Eid eid(int number) {
        return Eid.withCheckDigits(String.format("8904903200000000000000%08d", number));
    }

    /** The ICCID of that number. */
    public static Iccid iccid(int number) {
        return Iccid.withCheckDigit(String.format("8988211%011d", number));
    }
}
