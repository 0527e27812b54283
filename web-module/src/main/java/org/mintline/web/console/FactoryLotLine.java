package org.mintline.web.console;

import java.util.Arrays;
import java.util.List;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;

/**
 * A lot that is downloaded, and how that goes.
 *
 * @param lot the lot
 */
public record FactoryLotLine(LocalStock.Lot lot) {
    /**
     * How many packages are in a state.
     *
     * @param state the state
     */
    public record Count(LocalProfileState state, long packages) {}

    /** How the last contact with the aggregator went. */
    public enum Contact {
        /** It was not asked yet. */
        NONE("state-stock"),
        /** It answered. */
        WELL("state-good"),
        /** It was not reached, or did not give what was asked for. */
        PROBLEM("state-bad");

        private final String style;

        Contact(String style) {
            this.style = style;
        }

        /** Its style class. */
        public String getStyle() {
            return style;
        }
    }

    /** How many packages are in each state, in the order in which a package goes through them. */
    public List<Count> getCounts() {
        return Arrays.stream(LocalProfileState.values())
                .map(state -> new Count(state, lot.profiles().getOrDefault(state, 0L)))
                .toList();
    }

    /** The same without states that no package is in. */
    public List<Count> getCountsOfSome() {
        return getCounts().stream().filter(count -> count.packages() > 0).toList();
    }

    /** How the last contact went. */
    public Contact getContact() {
        if (lot.problem().isPresent()) {
            return Contact.PROBLEM;
        }
        return lot.askedAt().isPresent() ? Contact.WELL : Contact.NONE;
    }
}
