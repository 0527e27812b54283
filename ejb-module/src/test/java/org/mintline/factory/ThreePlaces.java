package org.mintline.factory;

import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.PREPAID;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mintline.device.fpa.RefusedByServerException;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.smdpplus.BatchWorld;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.RecordedLine;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.batch.BatchEvent;
import org.mintline.smdpplus.lot.DeletedKeysReceiver;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.support.SupportWorld;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

/**
 * An SM-DP+, an aggregator and a local provisioning server, in tables of their own of one database, and eUICCs with preloaded keys. What goes from
 * one to the other waits until it is let go, and may come twice.
 */
final class ThreePlaces {
    static final int EUICCS = 2;
    static final int PROFILES = 4;
    private static final int KEYS = 2;

    final PhasedFactory factory;
    final List<OfflineEuicc> euiccs;
    final List<String> iccids = new ArrayList<>();
    private final SmDpPlusWorld smDpPlus;
    private final BatchWorld generation;
    private final DeletedKeysReceiver deletedKeys;
    private final long lot;
    private int arrived;
    private int receiptsCame;
    private int cameBack;

    ThreePlaces(TestDatabase database, boolean deleteUnusedKeys) {
        smDpPlus = new SmDpPlusWorld(database);
        generation = new BatchWorld(database, smDpPlus, smDpPlus.personalisation());
        deletedKeys = new DeletedKeysReceiver(generation.lots());
        factory = new PhasedFactory(database, deleteUnusedKeys, BatchWorld.ALL, BatchWorld.LOT);
        factory.support.clock.advance(
                Duration.between(TestClock.START, smDpPlus.clock().instant()));
        euiccs = IntStream.range(0, EUICCS)
                .mapToObj(index -> new OfflineEuicc(BatchWorld.ALL, index, KEYS, smDpPlus.clock()))
                .toList();
        lot = generation.createLot();
        generation.receive(lot, euiccs.stream().map(OfflineEuicc::exported).toList());
        stock();
    }

    private void stock() {
        smDpPlus.createType(new ProfileTypes.NewProfileType(
                PREPAID,
                "",
                SourceFormat.TEMPLATE,
                DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8),
                StoreMetadataRequest.of(SupportWorld.iccid(0), "Northern", "Northern 5G"),
                Protection.RANDOM_KEYS,
                Optional.of(0)));
        for (int number = 1; number <= PROFILES; number++) {
            Iccid iccid = SupportWorld.iccid(number);
            Map<String, String> columns = Map.of(
                    "imsi", String.format("00101%010d", number),
                    "ki", "00112233445566778899aabbccddeeff",
                    "opc", "ffeeddccbbaa99887766554433221100");
            smDpPlus.addProfile(PREPAID, iccid, columns);
            iccids.add(iccid.digits());
        }
    }

    /** The operator orders. */
    void order(int amount) {
        generation.order(amount, List.of(), List.of());
    }

    /** The operator gives all its batches up. */
    void cancel() {
        generation.batches().list(Optional.of(NORTHERN.id()), OptionalLong.empty(), 100).items().stream()
                .filter(batch -> batch.state().after(BatchEvent.CANCEL).isPresent())
                .forEach(batch -> generation.batches().cancel(Optional.of(NORTHERN.id()), batch.batch(), "test"));
    }

    /** The SM-DP+ works batches off. */
    void bind() {
        generation
                .run(generation.transactions(new BatchWorld.Carrier() {
                    @Override
                    public <T> T call(Supplier<T> work) {
                        return factory.committed(work);
                    }
                }))
                .run();
    }

    /** So much of what waits at the SM-DP+ comes to the aggregator. */
    void leave(int amount, int times) {
        int there = generation.line.messages().size();
        int more = Math.min(amount, there - arrived);
        generation.line.leave(more);
        for (LineMessage message : generation.line.messages().subList(arrived, arrived + more)) {
            for (int time = 0; time < times; time++) {
                factory.support.receive(RecordedLine.NAME, message.kind(), message.content());
            }
        }
        arrived += more;
    }

    /** So much of what the aggregator sent comes to the SM-DP+. */
    void comeBack(int amount, int times) {
        List<SupportWorld.Sent> receipts = factory.support.sent;
        for (; receiptsCame < receipts.size(); receiptsCame++) {
            generation
                    .receiver()
                    .receive(RecordedLine.NAME, receipts.get(receiptsCame).message());
        }
        for (int left = amount; left > 0 && cameBack < factory.sent.size(); left--, cameBack++) {
            LineMessage message = factory.sent.get(cameBack).message();
            for (int time = 0; time < times; time++) {
                if (message.kind() == LineMessageKind.DELETED_KEYS) {
                    deletedKeys.receive(RecordedLine.NAME, message);
                } else {
                    generation.receiver().receive(RecordedLine.NAME, message);
                }
            }
        }
    }

    /** An assistant serves an eUICC, if anything is for it. */
    void serve(OfflineEuicc euicc) throws IOException {
        try {
            factory.serve(euicc);
        } catch (RefusedByServerException e) {
            if (!e.getMessage().equals("nothing here is for this eUICC")) {
                throw e;
            }
        }
    }

    void pass(Duration duration) {
        smDpPlus.pass(duration);
        factory.support.clock.advance(duration);
    }

    /** No line is cut and nobody is killed until all has come to where it belongs. */
    void settle() throws IOException {
        pass(Duration.ofMinutes(2));
        for (int round = 0; round < 3; round++) {
            bind();
            leave(Integer.MAX_VALUE, 1);
            factory.support.completeBatches();
            factory.download();
            for (OfflineEuicc euicc : euiccs) {
                serve(euicc);
            }
            factory.carry();
            comeBack(Integer.MAX_VALUE, 1);
        }
    }

    /** Whoever kept copies of all packages that ever left the SM-DP+ gives them to the eUICCs once more. */
    void replayEverything() {
        for (LineMessage message : generation.line.messages(LineMessageKind.PROFILE_PACKETS)) {
            ProfilePackets packets = ProfilePackets.decode(message.content());
            for (OfflineEuicc euicc : euiccs) {
                ApduChannel channel = new ApduChannel(euicc::transmit, 0);
                channel.select(Commands.isdrAid());
                packets.packets().forEach(packet -> channel.transmit(CommandApdu.decode(packet)));
                euicc.powerOn();
            }
        }
    }

    /** What the profile is at the SM-DP+. */
    String stateAtSmDpPlus(String iccid) {
        return smDpPlus.stateOf(iccid).name();
    }

    /** How many keys of the lot are in each state at the SM-DP+. */
    Map<KeyState, Long> keys() {
        return generation.lots().find(Optional.empty(), lot).orElseThrow().keys();
    }

    /** How often the operator was told that a profile is installed. */
    long toldInstalled(String iccid) {
        return smDpPlus.told().stream()
                .filter(body -> body.contains(iccid) && body.contains("\"notificationPointId\":4"))
                .count();
    }
}
