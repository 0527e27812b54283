package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.factory.Aggregation;
import org.mintline.factory.Aggregation.LotView;
import org.mintline.factory.Aggregation.Position;
import org.mintline.factory.Aggregation.Refusal;

/**
 * Downloads lots from the aggregator (OFF-4). A page is kept in one transaction, then acknowledged; the aggregator offers what was not
 * acknowledged. So whatever a crash or a cut leaves undone is done by the next run, and nothing is here twice.
 */
@Dependent
public class LotDownload {
    private final Arrivals arrivals;

    /** Into the database. */
    @Inject
    public LotDownload(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** Downloads what the aggregator has of all lots; returns how many packages are new here. */
    public int run(Aggregator aggregator) {
        List<String> wanted = arrivals.lots();
        if (wanted.isEmpty()) {
            return 0;
        }
        Map<String, LotView> offered;
        try {
            offered = aggregator.lots().stream().collect(Collectors.toMap(LotView::name, Function.identity()));
        } catch (IOException e) {
            wanted.forEach(lot -> arrivals.failed(lot, e.getMessage()));
            return 0;
        }
        int kept = 0;
        for (String lot : wanted) {
            kept += download(aggregator, lot, Optional.ofNullable(offered.get(lot)));
        }
        return kept;
    }

    private int download(Aggregator aggregator, String lot, Optional<LotView> offered) {
        if (offered.isEmpty()) {
            arrivals.failed(lot, "the aggregator has no such lot for this server");
            return 0;
        }
        arrivals.offered(offered.get());
        int kept = 0;
        try {
            acknowledge(aggregator, lot);
            Optional<Position> position = Optional.empty();
            boolean isMore = offered.get().isMore();
            while (isMore) {
                Aggregator.Page page = aggregator.packages(lot, position);
                kept += arrivals.keep(lot, page.packages());
                acknowledge(aggregator, lot);
                position = page.next();
                isMore = position.isPresent();
            }
        } catch (IOException e) {
            arrivals.failed(lot, e.getMessage());
        }
        return kept;
    }

    private void acknowledge(Aggregator aggregator, String lot) throws IOException {
        long after = 0;
        while (true) {
            Arrivals.Unacknowledged some = arrivals.unacknowledged(lot, after, Aggregation.MAXIMUM_PAGE);
            if (some.ids().isEmpty()) {
                return;
            }
            List<Refusal> refusals = aggregator.acknowledge(lot, some.receipts());
            arrivals.acknowledged(
                    Arrivals.without(
                            some.ids(), refusals.stream().map(Refusal::index).toList()),
                    refusals.stream().map(Refusal::reason).toList());
            after = some.ids().get(some.ids().size() - 1);
        }
    }
}
