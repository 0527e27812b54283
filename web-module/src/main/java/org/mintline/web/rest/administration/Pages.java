package org.mintline.web.rest.administration;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileCatalogue;

/** What callers give and get to turn pages. */
final class Pages {
    private Pages() {}

    /** What to give as {@code after} for the next page, or null. */
    static Long next(ProfileCatalogue.Page<?> page) {
        return page.next().isPresent() ? page.next().getAsLong() : null;
    }

    /** Behind what a page begins. */
    static OptionalLong after(Long given) {
        return given == null ? OptionalLong.empty() : OptionalLong.of(given);
    }

    /** Behind what a page begins. */
    static OptionalInt after(Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    /** @throws IllegalArgumentException if a page cannot be that long */
    static int checked(int limit) {
        if (limit < 1 || limit > ProfileCatalogue.MAXIMUM_PAGE) {
            throw new IllegalArgumentException("limit is 1 to " + ProfileCatalogue.MAXIMUM_PAGE);
        }
        return limit;
    }
}
