package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.Batches.Order;
import org.mintline.smdpplus.Batches.RefusedException;
import org.mintline.smdpplus.lot.EuiccLot;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;

/** Checks orders of batches and keeps them, in the transaction of the caller. */
@Dependent
public class BatchOrders {
    private final BatchRepository batches;
    private final LotRepository lots;
    private final ProfileTypeRepository types;
    private final LineOutbox outbox;
    private final BatchAudit audit;
    private final Randomness randomness;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public BatchOrders(
            BatchRepository batches,
            LotRepository lots,
            ProfileTypeRepository types,
            LineOutbox outbox,
            BatchAudit audit,
            Randomness randomness,
            Clock clock) {
        this.batches = batches;
        this.lots = lots;
        this.types = types;
        this.outbox = outbox;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Keeps an order; returns the number of its batch here. */
    long place(Order order) {
        List<String> iccids =
                checked("ICCID", order.iccids(), text -> Iccid.parse(text).digits());
        List<String> eids = checked("EID", order.eids(), text -> new Eid(text).digits());
        int amount = amount(order);
        ProfileType type = types.findByName(order.operator(), order.profileType())
                .orElseThrow(() -> new RefusedException("there is no profile type " + order.profileType()));
        EuiccLot lot = lots.findByName(order.lot())
                .filter(one -> one.isFor(order.operator()))
                .orElseThrow(() -> new RefusedException("the operator has no lot " + order.lot()));
        if (!lot.isUsableAt(clock.instant())) {
            throw new RefusedException("the time of the lot's keys is over");
        }
        boolean listed = !iccids.isEmpty() || !eids.isEmpty();
        Batch batch = new Batch(
                new BatchId(randomness.octets(BatchId.LENGTH)),
                type,
                lot,
                line(order, type),
                amount,
                listed,
                order.requestedBy(),
                clock.instant());
        batches.add(batch);
        audit.record(
                batch,
                order.requestedBy(),
                "orderBatch",
                amount + " profiles of type " + type.name() + " for lot " + lot.name() + " on line " + batch.line());
        if (listed) {
            batches.addTargets(batch.id(), targets(iccids, eids, amount));
        }
        return batch.id();
    }

    private static int amount(Order order) {
        int listed = Math.max(order.iccids().size(), order.eids().size());
        if (listed > Batches.LONGEST_LIST) {
            throw new RefusedException("a list has at most " + Batches.LONGEST_LIST + " entries");
        }
        if (!order.iccids().isEmpty()
                && !order.eids().isEmpty()
                && order.iccids().size() != order.eids().size()) {
            throw new RefusedException("there are as many ICCIDs as EIDs, or only one kind of them");
        }
        if (listed > 0 && order.amount() != 0 && order.amount() != listed) {
            throw new RefusedException("the amount is not the length of the list");
        }
        int amount = listed > 0 ? listed : order.amount();
        if (amount < 1 || amount > Batches.MOST) {
            throw new RefusedException("a batch has 1 to " + Batches.MOST + " profiles");
        }
        return amount;
    }

    private static List<String> checked(String kind, List<String> texts, Function<String, String> reader) {
        try {
            List<String> read = texts.stream().map(reader).toList();
            if (new HashSet<>(read).size() < read.size()) {
                throw new RefusedException("an " + kind + " stands in the list twice");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new RefusedException("no " + kind + ": " + e.getMessage());
        }
    }

    private static List<OrderedProfile> targets(List<String> iccids, List<String> eids, int amount) {
        return IntStream.range(0, amount)
                .mapToObj(index -> new OrderedProfile(index + 1, at(iccids, index), at(eids, index)))
                .toList();
    }

    private static Optional<String> at(List<String> list, int index) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(index));
    }

    private String line(Order order, ProfileType type) {
        if (order.line().isPresent()) {
            return order.line()
                    .filter(outbox.lines()::contains)
                    .orElseThrow(() -> new RefusedException(
                            "there is no line " + order.line().get()));
        }
        return Destinations.choose(
                        batches.destinations(order.operator()).stream()
                                .map(DestinationRow::described)
                                .toList(),
                        type.profileClass(),
                        outbox.lines(),
                        outbox::room)
                .orElseThrow(() -> new RefusedException("the operator has no destination for this profile class"));
    }
}
