package org.mintline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mintline.testing.TestClock;

class RecentlyReadTest {
    private final TestClock clock = new TestClock();
    private final List<String> reads = new ArrayList<>();
    private final RecentlyRead<String, String> cache = new RecentlyRead<>(10, clock);

    private Optional<String> valueOf(String key, Optional<String> stored) {
        return cache.get(key, wanted -> {
            reads.add(wanted);
            return stored;
        });
    }

    @Test
    void a_value_is_read_once_within_ten_seconds_and_again_after_them() {
        assertThat(valueOf("one", Optional.of("old"))).contains("old");
        clock.advance(Duration.ofSeconds(9));
        assertThat(valueOf("one", Optional.of("new"))).contains("old");
        clock.advance(Duration.ofSeconds(1));
        assertThat(valueOf("one", Optional.of("new"))).contains("new");
        assertThat(reads).containsExactly("one", "one");
    }

    @Test
    void what_was_not_found_is_looked_for_again() {
        assertThat(valueOf("one", Optional.empty())).isEmpty();
        assertThat(valueOf("one", Optional.of("new"))).contains("new");
    }

    @Test
    void what_is_gone_after_its_time_is_forgotten() {
        valueOf("one", Optional.of("old"));
        clock.advance(Duration.ofSeconds(10));
        assertThat(valueOf("one", Optional.empty())).isEmpty();
    }

    @Test
    void what_was_cleared_is_read_again() {
        valueOf("one", Optional.of("old"));
        cache.clear();
        assertThat(valueOf("one", Optional.of("new"))).contains("new");
    }
}
