package org.mintline.web.console;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mintline.smdpplus.ProfileCatalogue.Stock;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.tenancy.OperatorId;

/**
 * The stock of one profile type.
 *
 * @param operatorName whose type it is
 * @param profileType its name
 * @param counts how many of its profiles are in a state; a state without profiles may be absent
 */
public record StockLine(String operatorName, String profileType, Map<ProfileState, Long> counts) {
    private static final int LOW = 20;

    /** A part of the bar that shows a line: states that mean the same to people. */
    public enum Part {
        /** Can be ordered. */
        AVAILABLE(EnumSet.of(ProfileState.AVAILABLE)),
        /** Ordered, not released. */
        ORDERED(EnumSet.of(ProfileState.ALLOCATED, ProfileState.LINKED, ProfileState.CONFIRMED)),
        /** On the way to a device. */
        RELEASED(EnumSet.of(ProfileState.RELEASED, ProfileState.DOWNLOADED)),
        /** On a device. */
        INSTALLED(EnumSet.of(ProfileState.INSTALLED, ProfileState.ENABLED, ProfileState.DISABLED)),
        /** Failed. */
        FAILED(EnumSet.of(ProfileState.ERROR)),
        /** Deleted, or out of stock for good. */
        GONE(EnumSet.of(ProfileState.DELETED, ProfileState.UNAVAILABLE));

        private final Set<ProfileState> states;

        Part(Set<ProfileState> states) {
            this.states = states;
        }

        /** The key of its name in the texts. */
        public String getTextKey() {
            return "stock." + name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Its style class. */
        public String getStyleClass() {
            return "part-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Lines of counted stock, in the order of their first count. */
    static List<StockLine> of(List<Stock> stock, Function<OperatorId, String> operatorName) {
        record Key(OperatorId operator, String profileType) {}
        Map<Key, Map<ProfileState, Long>> lines = new LinkedHashMap<>();
        stock.forEach(count -> lines.computeIfAbsent(
                        new Key(count.operator(), count.profileType()), key -> new EnumMap<>(ProfileState.class))
                .put(count.state(), count.count()));
        return lines.entrySet().stream()
                .map(line -> new StockLine(
                        operatorName.apply(line.getKey().operator()),
                        line.getKey().profileType(),
                        line.getValue()))
                .toList();
    }

    /** All profiles of the type. */
    public long total() {
        return count(EnumSet.allOf(ProfileState.class));
    }

    /** Profiles that can be ordered. */
    public long available() {
        return count(Part.AVAILABLE);
    }

    /** The profiles in a part. */
    public long count(Part part) {
        return count(part.states);
    }

    long count(Set<ProfileState> states) {
        return states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    /** The parts that have profiles. */
    public List<Part> parts() {
        return EnumSet.allOf(Part.class).stream()
                .filter(part -> count(part) > 0)
                .toList();
    }

    /** The width of a part in hundredths of the bar, such that a part with few profiles is seen. */
    public double width(Part part) {
        return Math.max(0.6, 100.0 * count(part) / total());
    }

    /** Whether less than a twentieth of the profiles is left. */
    boolean isLow() {
        return available() * LOW < total();
    }
}
