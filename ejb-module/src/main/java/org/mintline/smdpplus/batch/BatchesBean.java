package org.mintline.smdpplus.batch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.line.LineOutbox;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.lot.EuiccLot;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorId;

/** Takes orders of batches, tells how far they are, and stops them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchesBean implements Batches {
    private static final int MOST_DESTINATIONS = 100;

    private BatchOrders orders;
    private BatchRepository batches;
    private LotRepository lots;
    private KnownProfileTypes types;
    private LineOutbox outbox;
    private Transactions transactions;
    private BatchAudit batchAudit;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected BatchesBean() {}

    /** Of the given parts. */
    @Inject
    public BatchesBean(
            BatchOrders orders,
            BatchRepository batches,
            LotRepository lots,
            KnownProfileTypes types,
            LineOutbox outbox,
            Transactions transactions,
            BatchAudit batchAudit,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.batches = batches;
        this.lots = lots;
        this.types = types;
        this.outbox = outbox;
        this.transactions = transactions;
        this.batchAudit = batchAudit;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Progress order(Order order) {
        long placed = transactions.call(() -> orders.place(order));
        return transactions.call(
                () -> progress(List.of(batches.find(placed).orElseThrow())).get(0));
    }

    @Override
    public Optional<Progress> find(Optional<OperatorId> operator, BatchId batch) {
        return transactions.call(
                () -> visible(operator, batch).map(one -> progress(List.of(one)).get(0)));
    }

    @Override
    public ProfileCatalogue.Page<Progress> list(Optional<OperatorId> operator, OptionalLong after, int limit) {
        PageLimit.require(limit);
        return transactions.call(() -> {
            List<Batch> rows = batches.list(operator, after, limit + 1);
            List<Progress> items = progress(rows.stream().limit(limit).toList());
            return new ProfileCatalogue.Page<>(
                    items,
                    rows.size() > limit ? OptionalLong.of(items.get(limit - 1).number()) : OptionalLong.empty());
        });
    }

    @Override
    public List<Batches.Error> errors(Optional<OperatorId> operator, BatchId batch, OptionalInt after, int limit) {
        PageLimit.require(limit);
        return transactions.call(() -> visible(operator, batch).stream()
                .flatMap(one -> batches.errors(one.id(), after.orElse(0), limit).stream())
                .map(error -> new Batches.Error(
                        error.number(),
                        error.line().map(OptionalInt::of).orElse(OptionalInt.empty()),
                        error.iccid(),
                        error.eid(),
                        error.reason()))
                .toList());
    }

    @Override
    public List<Item> items(Optional<OperatorId> operator, BatchId batch, OptionalInt after, int limit) {
        PageLimit.require(limit);
        return transactions.call(() -> visible(operator, batch).stream()
                .flatMap(one -> batches.items(one.id(), after.orElse(0), limit).stream())
                .map(item -> new Item(
                        item.key().number(), item.iccid(), item.eid(), item.state(), item.reason(), item.changedAt()))
                .toList());
    }

    @Override
    public List<Report> reports(Optional<OperatorId> operator, String iccid) {
        return transactions.call(() -> batches.reports(Iccid.parse(iccid).digits(), operator).stream()
                .map(row -> new Report(
                        BatchId.of(row.batchId()),
                        row.report().key().number(),
                        row.report().key().event(),
                        row.report().key().at(),
                        row.report().station(),
                        row.report().reason(),
                        row.report().isSigned()))
                .toList());
    }

    @Override
    public Optional<Progress> cancel(Optional<OperatorId> operator, BatchId batch, String actor) {
        return change(operator, batch, "cancelBatch", actor, one -> {
            if (progress(List.of(one)).get(0).isAtDevices()) {
                throw new WrongStateException("all of batch " + batch + " was installed or has failed at its devices");
            }
            one.cancel(clock.instant());
        });
    }

    @Override
    public Optional<Progress> resume(Optional<OperatorId> operator, BatchId batch, String actor) {
        return change(operator, batch, "resumeBatch", actor, one -> one.resume(clock.instant()));
    }

    private Optional<Progress> change(
            Optional<OperatorId> operator, BatchId batch, String action, String actor, Consumer<Batch> change) {
        return transactions.call(() -> visible(operator, batch).map(one -> {
            BatchState before = one.state();
            change.accept(one);
            batchAudit.record(one, actor, action, before + " -> " + one.state());
            return progress(List.of(one)).get(0);
        }));
    }

    @Override
    public List<Destination> destinations(OperatorId operator) {
        return transactions.call(() -> batches.destinations(operator).stream()
                .map(DestinationRow::described)
                .toList());
    }

    @Override
    public List<Destination> replaceDestinations(OperatorId operator, List<Destination> destinations, String actor) {
        if (destinations.size() > MOST_DESTINATIONS) {
            throw new RefusedException("an operator has at most " + MOST_DESTINATIONS + " destinations");
        }
        destinations.stream()
                .map(Destination::line)
                .filter(line -> !outbox.lines().contains(line))
                .findFirst()
                .ifPresent(line -> {
                    throw new RefusedException("there is no line " + line);
                });
        transactions.run(() -> {
            batches.replaceDestinations(
                    operator,
                    new LinkedHashSet<>(destinations)
                            .stream()
                                    .map(one -> new DestinationRow(operator, one))
                                    .toList());
            audit.record(new AuditEvent(
                    Optional.of(operator),
                    actor,
                    "replaceDestinations",
                    "operator:" + operator.value(),
                    "done",
                    destinations.stream().map(Destination::toString).collect(Collectors.joining(" "))));
        });
        return destinations(operator);
    }

    private Optional<Batch> visible(Optional<OperatorId> operator, BatchId batch) {
        return batches.find(batch)
                .filter(one -> operator.map(one.operator()::equals).orElse(true));
    }

    private List<Progress> progress(List<Batch> rows) {
        Map<Long, Map<BatchItemState, Long>> counts = rows.isEmpty()
                ? Map.of()
                : batches.countItems(rows.stream().map(Batch::id).toList());
        Map<Long, String> lotNames = new HashMap<>();
        return rows.stream()
                .map(row -> progress(
                        row,
                        counts.getOrDefault(row.id(), Map.of()),
                        lotNames.computeIfAbsent(
                                row.lotId(),
                                id -> lots.find(id).map(EuiccLot::name).orElseThrow())))
                .toList();
    }

    private Progress progress(Batch row, Map<BatchItemState, Long> counts, String lot) {
        return new Progress(
                row.id(),
                row.batchId(),
                row.operator(),
                types.find(row.profileTypeId()).name(),
                lot,
                row.line(),
                row.state(),
                row.amount(),
                row.bound(),
                row.failed(),
                row.withdrawn(),
                counts.getOrDefault(BatchItemState.INSTALLED, 0L),
                counts.getOrDefault(BatchItemState.FAILED, 0L),
                row.problem(),
                row.requestedBy(),
                row.createdAt(),
                row.startedAt(),
                row.lastAt(),
                row.finishedAt());
    }
}
