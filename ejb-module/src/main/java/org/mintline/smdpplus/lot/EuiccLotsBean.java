package org.mintline.smdpplus.lot;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.paging.PageLimit;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorId;

/** Makes lots, fills them, and tells what is in them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EuiccLotsBean implements EuiccLots {
    private static final int LONGEST_NAME = 100;

    private LotRepository lots;
    private LotImport imports;
    private KeyDeletion deletion;
    private Transactions transactions;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected EuiccLotsBean() {}

    /** Of the given parts. */
    @Inject
    public EuiccLotsBean(
            LotRepository lots,
            LotImport imports,
            KeyDeletion deletion,
            Transactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.lots = lots;
        this.imports = imports;
        this.deletion = deletion;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Lot create(String name, Set<OperatorId> operators, Instant keysExpireAt, String actor) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new RefusedException("the name of a lot has 1 to " + LONGEST_NAME + " characters");
        }
        if (operators.isEmpty()) {
            throw new RefusedException("a lot is for at least one operator");
        }
        return transactions.call(() -> {
            Instant now = clock.instant();
            if (!now.isBefore(keysExpireAt)) {
                throw new RefusedException("the time of the keys is over already");
            }
            if (lots.findByName(name).isPresent()) {
                throw new RefusedException("there is a lot " + name + " already");
            }
            EuiccLot lot = new EuiccLot(name, operators, keysExpireAt, actor, now);
            lots.add(lot);
            audit.record(new AuditEvent(Optional.empty(), actor, "createLot", "lot:" + lot.id(), "done", name));
            return described(lot);
        });
    }

    @Override
    public Optional<Detail> find(Optional<OperatorId> operator, long id) {
        return transactions.call(() ->
                visible(operator, id).map(lot -> new Detail(described(lot), lots.countEuiccs(id), lots.countKeys(id))));
    }

    @Override
    public ProfileCatalogue.Page<Lot> list(Optional<OperatorId> operator, OptionalLong after, int limit) {
        PageLimit.require(limit);
        return transactions.call(
                () -> page(lots.list(operator, after, limit + 1), limit, EuiccLotsBean::described, EuiccLot::id));
    }

    @Override
    public ProfileCatalogue.Page<Key> keys(Optional<OperatorId> operator, long lot, OptionalLong after, int limit) {
        PageLimit.require(limit);
        return transactions.call(() -> page(
                visible(operator, lot).isPresent() ? lots.listKeys(lot, after, limit + 1) : List.of(),
                limit,
                EuiccLotsBean::described,
                row -> row.key().id()));
    }

    @Override
    public Received receive(long lot, InputStream content, String actor) throws IOException {
        if (transactions.call(() -> lots.find(lot)).isEmpty()) {
            throw new RefusedException("there is no lot with the number " + lot);
        }
        return imports.receive(lot, content, actor);
    }

    @Override
    public Deleted deleted(byte[] response, String actor) {
        return deletion.execute(response, actor);
    }

    private Optional<EuiccLot> visible(Optional<OperatorId> operator, long id) {
        return lots.find(id).filter(lot -> operator.map(lot::isFor).orElse(true));
    }

    private static <R, T> ProfileCatalogue.Page<T> page(
            List<R> rows, int limit, Function<R, T> described, ToLongFunction<R> number) {
        return new ProfileCatalogue.Page<>(
                rows.stream().limit(limit).map(described).toList(),
                rows.size() > limit ? OptionalLong.of(number.applyAsLong(rows.get(limit - 1))) : OptionalLong.empty());
    }

    private static Lot described(EuiccLot lot) {
        return new Lot(lot.id(), lot.name(), lot.operators(), lot.keysExpireAt(), lot.createdBy(), lot.createdAt());
    }

    private static Key described(LotRepository.KeyRow row) {
        return new Key(
                row.key().id(),
                row.key().keyIdentifier(),
                row.eid(),
                row.key().state(),
                row.iccid(),
                row.key().changedAt());
    }
}
