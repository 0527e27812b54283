package org.mintline.smdpplus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorId;

/** A catalogue each call of which has a transaction, as the container gives it one. */
record CatalogueInTransactions(ProfileCatalogue catalogue, Transactions transactions) implements ProfileCatalogue {
    @Override
    public Page<Summary> list(Filter filter, Direction direction, OptionalLong after, int limit) {
        return transactions.call(() -> catalogue.list(filter, direction, after, limit));
    }

    @Override
    public Optional<Detail> find(Optional<OperatorId> operator, String iccid) {
        return transactions.call(() -> catalogue.find(operator, iccid));
    }

    @Override
    public List<Stock> stock(Optional<OperatorId> operator) {
        return transactions.call(() -> catalogue.stock(operator));
    }

    @Override
    public List<DailyOutcome> outcomes(Optional<OperatorId> operator, LocalDate from, LocalDate to) {
        return transactions.call(() -> catalogue.outcomes(operator, from, to));
    }
}
