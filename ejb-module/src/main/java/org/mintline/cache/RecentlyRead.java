package org.mintline.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values that were read a short while ago, so that a busy path costs no query and a change at any node is felt soon. What was not
 * found is not remembered. For use by any number of threads.
 */
public final class RecentlyRead<K, V> {
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private final RecentlyUsed<K, Known<V>> kept;
    private final Clock clock;

    /**
     * Keeps each value for ten seconds.
     *
     * @param most how many values are kept
     */
    public RecentlyRead(int most, Clock clock) {
        this.kept = new RecentlyUsed<>(most);
        this.clock = clock;
    }

    private record Known<V>(V value, Instant until) {}

    /**
     * The value of a key.
     *
     * @param reader reads it where none is known; no lock is held meanwhile
     */
    public Optional<V> get(K key, Function<? super K, Optional<V>> reader) {
        Instant now = clock.instant();
        Optional<V> known =
                kept.find(key).filter(entry -> now.isBefore(entry.until())).map(Known::value);
        if (known.isPresent()) {
            return known;
        }
        Optional<V> read = reader.apply(key);
        read.ifPresentOrElse(
                value -> kept.put(key, new Known<>(value, now.plus(TIME_TO_LIVE))), () -> kept.remove(key));
        return read;
    }

    /**
     * The value of a key that always has one.
     *
     * @param reader reads it where none is known; no lock is held meanwhile
     */
    public V require(K key, Function<? super K, ? extends V> reader) {
        return get(key, asked -> Optional.of(reader.apply(asked))).orElseThrow();
    }

    /** Forgets all. */
    public void clear() {
        kept.clear();
    }
}
