package org.mintline.smdpplus.batch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.smdpplus.Batches.Destination;

/** On which line a batch goes out where its order does not say. */
final class Destinations {
    private Destinations() {}

    /**
     * The line with the most room among the operator's destinations for that class, or, if there are none for it, among those for any.
     *
     * @param lines those that this server has
     * @param room how many messages a line takes now
     */
    static Optional<String> choose(
            List<Destination> destinations, ProfileClass profileClass, Set<String> lines, ToIntFunction<String> room) {
        return roomiest(destinations, Optional.of(profileClass), lines, room)
                .or(() -> roomiest(destinations, Optional.empty(), lines, room));
    }

    private static Optional<String> roomiest(
            List<Destination> destinations,
            Optional<ProfileClass> profileClass,
            Set<String> lines,
            ToIntFunction<String> room) {
        return destinations.stream()
                .filter(destination -> destination.profileClass().equals(profileClass))
                .map(Destination::line)
                .filter(lines::contains)
                .sorted()
                .max(Comparator.comparingInt(room));
    }
}
