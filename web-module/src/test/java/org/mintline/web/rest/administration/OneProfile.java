package org.mintline.web.rest.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.tenancy.OperatorId;

/** A catalogue of one released profile, which remembers what it was asked. */
final class OneProfile implements ProfileCatalogue {
    static final String ICCID = "8949000000000000009";

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Summary SUMMARY = new Summary(
            7, new OperatorId(1), ICCID, "consumer", ProfileState.RELEASED, Optional.empty(), Optional.of("A-1"), NOON);

    final List<Object> asked = new ArrayList<>();

    @Override
    public Page<Summary> list(Filter filter, Direction direction, OptionalLong after, int limit) {
        asked.addAll(List.of(filter, after, limit));
        return new Page<>(List.of(SUMMARY), OptionalLong.of(7));
    }

    @Override
    public Optional<Detail> find(Optional<OperatorId> operator, String iccid) {
        return iccid.startsWith(ICCID) ? Optional.of(detail()) : Optional.empty();
    }

    @Override
    public List<Stock> stock(Optional<OperatorId> operator) {
        asked.add(operator);
        return List.of(new Stock(new OperatorId(1), "consumer", ProfileState.AVAILABLE, 12));
    }

    @Override
    public List<DailyOutcome> outcomes(Optional<OperatorId> operator, LocalDate from, LocalDate to) {
        return List.of();
    }

    private static Detail detail() {
        return new Detail(
                SUMMARY,
                Optional.of("consumer-5g"),
                Optional.of("1$smdpplus.mintline.test$A-1"),
                true,
                1,
                2,
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                NOON,
                List.of(),
                List.of());
    }
}
