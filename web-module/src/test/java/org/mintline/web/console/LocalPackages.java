package org.mintline.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;

/** What a local provisioning server holds, in memory; the lots are those that were asked for. */
final class LocalPackages implements LocalStock {
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    final List<String> requests = new ArrayList<>();
    private final List<Profile> profiles = new ArrayList<>();
    private final List<RefusedReport> refused = new ArrayList<>();
    private Optional<String> problem = Optional.empty();

    /** A package comes. */
    void add(String lot, String eid, LocalProfileState state) {
        long id = profiles.size() + 1L;
        profiles.add(
                new Profile(id, lot, "00".repeat(16), (int) id, eid, "8988288" + id, state, Optional.empty(), NOW));
    }

    /** The aggregator refuses a report. */
    void refuse(String reason) {
        refused.add(new RefusedReport(refused.size() + 1L, ReportKind.DEVICE, "89".repeat(16), reason, NOW, NOW));
    }

    /** What goes wrong from now on. */
    void problem(String words) {
        problem = Optional.of(words);
    }

    @Override
    public void request(String lot, String actor) {
        if (lot.isBlank()) {
            throw new FactoryException(Reason.MALFORMED, "a lot has a name");
        }
        requests.add(actor + " " + lot);
    }

    @Override
    public List<Lot> lots() {
        return requests.stream()
                .map(request -> request.substring(request.indexOf(' ') + 1))
                .map(this::lot)
                .toList();
    }

    private Lot lot(String name) {
        Map<LocalProfileState, Long> counts = profiles.stream()
                .filter(profile -> profile.lot().equals(name))
                .collect(Collectors.groupingBy(Profile::state, Collectors.counting()));
        return new Lot(name, Optional.empty(), NOW, problem.map(words -> NOW), problem, counts);
    }

    @Override
    public Optional<Lot> find(String lot) {
        return lots().stream().filter(one -> one.name().equals(lot)).findFirst();
    }

    @Override
    public List<Profile> profiles(Filter filter, OptionalLong after, int limit) {
        return profiles.stream()
                .filter(profile -> profile.id() > after.orElse(0))
                .filter(profile -> filter.lot().map(profile.lot()::equals).orElse(true))
                .filter(profile -> filter.state().map(profile.state()::equals).orElse(true))
                .filter(profile -> filter.eid().map(profile.eid()::equals).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public Reports reports() {
        return new Reports(3, refused.size());
    }

    @Override
    public List<RefusedReport> refusedReports(OptionalLong before, int limit) {
        return refused.stream()
                .filter(report -> report.id() < before.orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparing(RefusedReport::id).reversed())
                .limit(limit)
                .toList();
    }
}
