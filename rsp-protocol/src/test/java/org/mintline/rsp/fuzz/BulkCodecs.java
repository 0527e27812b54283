package org.mintline.rsp.fuzz;

import static net.jqwik.api.Combinators.combine;
import static org.mintline.rsp.fuzz.MessageValues.EID;
import static org.mintline.rsp.fuzz.MessageValues.ICCID;
import static org.mintline.rsp.fuzz.MessageValues.octets;
import static org.mintline.rsp.fuzz.MessageValues.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.BatchReceipt;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.ImageMetadata;

/** Every message of {@code bulk}. */
final class BulkCodecs {
    private static final Arbitrary<BatchId> BATCH = octets(16, 16).map(BatchId::new);
    private static final Arbitrary<Integer> NUMBER = Arbitraries.integers().greaterOrEqual(1);
    private static final Arbitrary<Integer> AMOUNT = Arbitraries.integers().greaterOrEqual(0);
    private static final Arbitrary<CommandApdu> COMMAND =
            octets(1, 255).map(data -> new CommandApdu(0x80, 0xE2, 0x91, 0, data, OptionalInt.empty()));
    private static final Arbitrary<ImageMetadata> METADATA = combine(
                    ICCID, EID, text(32), text(64), Arbitraries.of(ProfileClass.class))
            .as((iccid, eid, serviceProvider, name, profileClass) -> new ImageMetadata(
                    iccid, Optional.of(eid), serviceProvider, name, profileClass, Optional.empty(), Optional.empty()));
    private static final Arbitrary<ProfilePackets> PACKETS = combine(
                    BATCH,
                    NUMBER,
                    octets(16, 16).map(TransactionId::of),
                    METADATA,
                    COMMAND.list().ofMinSize(1).ofMaxSize(4))
            .as(ProfilePackets::of);
    private static final Arbitrary<DeviceReport> REPORT = combine(
                    combine(BATCH, NUMBER).as(List::<Object>of),
                    EID,
                    ICCID,
                    Arbitraries.of(DeviceEvent.class),
                    Arbitraries.longs().between(0, 253_402_300_799L).map(Instant::ofEpochSecond),
                    text(255),
                    text(255).optional(),
                    octets(1, 300).optional())
            .as((item, eid, iccid, event, at, station, reason, notification) -> new DeviceReport(
                    (BatchId) item.get(0),
                    (Integer) item.get(1),
                    eid,
                    iccid,
                    event,
                    at,
                    station,
                    reason,
                    notification));

    static final List<Codec<?>> ALL = List.of(
            new Codec<>(ProfilePackets.class, PACKETS, ProfilePackets::encoded, ProfilePackets::decode),
            new Codec<>(
                    BatchAnnouncement.class,
                    combine(
                                    BATCH,
                                    AMOUNT,
                                    text(255),
                                    text(255),
                                    text(255),
                                    Arbitraries.of(ProfileClass.class),
                                    text(255).optional())
                            .as(BatchAnnouncement::new),
                    BatchAnnouncement::encoded,
                    BatchAnnouncement::decode),
            new Codec<>(
                    BatchManifest.class,
                    combine(BATCH, AMOUNT, octets(32, 32)).as(BatchManifest::new),
                    BatchManifest::encoded,
                    BatchManifest::decode),
            new Codec<>(
                    BatchReceipt.class,
                    combine(BATCH, AMOUNT, octets(32, 32)).as(BatchReceipt::new),
                    BatchReceipt::encoded,
                    BatchReceipt::decode),
            new Codec<>(
                    BatchCancellation.class,
                    BATCH.map(BatchCancellation::new),
                    BatchCancellation::encoded,
                    BatchCancellation::decode),
            new Codec<>(DeviceReport.class, REPORT, DeviceReport::encoded, DeviceReport::decode));

    private BulkCodecs() {}

    static List<Decoder<?>> decoders() {
        return ALL.stream().<Decoder<?>>map(Codec::decoder).toList();
    }
}
