package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mintline.factory.Aggregation.Refusal;

/**
 * Carries reports to the aggregator when the line is there (OFF-6). What was carried and not noted before a crash is carried again; the
 * aggregator knows it by its digest.
 */
@Dependent
public class ReportCarrier {
    private final Departures departures;

    /** Out of the database. */
    @Inject
    public ReportCarrier(Departures departures) {
        this.departures = departures;
    }

    private interface Carrying {
        List<Refusal> carry(List<byte[]> contents) throws IOException;
    }

    /**
     * Carries all that waits; returns how much.
     *
     * @throws IOException if the line is cut; what is left waits on
     */
    public int run(Aggregator aggregator) throws IOException {
        return carry(departures::waitingReports, aggregator::report)
                + carry(departures::waitingProofs, aggregator::deletedKeys);
    }

    private int carry(Supplier<List<Departures.Waiting>> some, Carrying way) throws IOException {
        int carried = 0;
        List<Departures.Waiting> waiting;
        do {
            waiting = some.get();
            if (!waiting.isEmpty()) {
                List<Long> ids = waiting.stream().map(Departures.Waiting::id).toList();
                Map<Long, String> refusals =
                        way
                                .carry(waiting.stream()
                                        .map(Departures.Waiting::content)
                                        .toList())
                                .stream()
                                .collect(Collectors.toMap(refusal -> ids.get(refusal.index()), Refusal::reason));
                departures.carried(ids, refusals);
                carried += ids.size();
            }
        } while (!waiting.isEmpty());
        return carried;
    }
}
