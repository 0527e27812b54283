package org.mintline.factory.aggregation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mintline.factory.Aggregation;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryPartners.Lot;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.support.PacketStore;
import org.mintline.support.PacketStore.StoredProfile;

/** The aggregator, over the store of packets; each function in one transaction. */
@Stateless
public class AggregationBean implements Aggregation {
    private Offered offered;
    private PacketStore store;
    private ReportForwarding forwarding;

    /** For the container. */
    protected AggregationBean() {}

    /** Of the given parts. */
    @Inject
    public AggregationBean(Offered offered, PacketStore store, ReportForwarding forwarding) {
        this.offered = offered;
        this.store = store;
        this.forwarding = forwarding;
    }

    @Override
    public List<LotView> lots(Partner server) {
        return server.lots().stream()
                .map(lot -> new LotView(lot.name(), isMore(server, lot), lot.expiresAt()))
                .toList();
    }

    private boolean isMore(Partner server, Lot lot) {
        return !offered.isOver(lot)
                && !store.listLot(lot.name(), Optional.of(consumer(server)), Optional.empty(), 1)
                        .profiles()
                        .isEmpty();
    }

    @Override
    public Page packages(Partner server, String lot, Optional<Position> after, int limit) {
        requireShort(limit);
        offered.open(server, lot);
        PacketStore.LotPage page = store.listLot(
                lot,
                Optional.of(consumer(server)),
                after.map(position -> new PacketStore.LotPosition(position.batch(), position.number())),
                limit);
        List<ProfilePackets> packages = new ArrayList<>();
        int bytes = 0;
        StoredProfile last = null;
        for (StoredProfile profile : page.profiles()) {
            if (bytes > MAXIMUM_PAGE_BYTES) {
                return new Page(packages, Optional.of(new Position(last.batch(), last.number())));
            }
            Optional<ProfilePackets> packets = store.packets(profile.id());
            if (packets.isPresent()) {
                packages.add(packets.get());
                bytes += packets.get().encoded().length;
            }
            last = profile;
        }
        return new Page(packages, page.next().map(next -> new Position(next.batch(), next.number())));
    }

    @Override
    public List<Refusal> acknowledge(Partner server, String lot, List<Receipt> receipts) {
        requireShort(receipts.size());
        offered.lot(server, lot);
        List<Long> kept = new ArrayList<>();
        List<Refusal> refusals = each(receipts, receipt -> {
            Optional<StoredProfile> profile = offered.line(server, receipt.batch())
                    .flatMap(line -> store.find(receipt.batch(), receipt.number()));
            if (profile.isEmpty()) {
                return Optional.of("the lot has no such profile");
            }
            Optional<ProfilePackets> packets = store.packets(profile.get().id());
            if (packets.isPresent() && !MessageDigest.isEqual(packets.get().digest(), receipt.digest())) {
                return Optional.of("the package here has another digest");
            }
            kept.add(profile.get().id());
            return Optional.empty();
        });
        if (!kept.isEmpty()) {
            store.markFetched(consumer(server), kept);
        }
        return refusals;
    }

    @Override
    public List<Refusal> report(Partner server, List<byte[]> reports) {
        requireShort(reports.size());
        return each(reports, report -> forwarding.report(server, report));
    }

    @Override
    public List<Refusal> deletedKeys(Partner server, List<byte[]> proofs) {
        requireShort(proofs.size());
        return each(proofs, proof -> forwarding.deletedKeys(server, proof));
    }

    private static <T> List<Refusal> each(List<T> list, Function<T, Optional<String>> work) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            int place = index;
            work.apply(list.get(index)).ifPresent(reason -> refusals.add(new Refusal(place, reason)));
        }
        return refusals;
    }

    private static void requireShort(int amount) {
        if (amount < 1 || amount > MAXIMUM_PAGE) {
            throw new FactoryException(
                    FactoryException.Reason.MALFORMED, "a list or page has 1 to " + MAXIMUM_PAGE + " objects");
        }
    }

    private static String consumer(Partner server) {
        return "local:" + server.name();
    }
}
