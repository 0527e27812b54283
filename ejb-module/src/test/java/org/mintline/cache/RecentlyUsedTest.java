package org.mintline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    @Test
    void a_value_is_read_once_while_it_is_kept() {
        RecentlyUsed<String, Integer> cache = new RecentlyUsed<>(2);
        AtomicInteger reads = new AtomicInteger();
        assertThat(cache.get("a", key -> reads.incrementAndGet())).isEqualTo(1);
        assertThat(cache.get("a", key -> reads.incrementAndGet())).isEqualTo(1);
        cache.remove("a");
        assertThat(cache.get("a", key -> reads.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void the_least_recently_used_leaves_first() {
        RecentlyUsed<String, Integer> cache = new RecentlyUsed<>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        assertThat(cache.find("a")).contains(1);
        cache.put("c", 3);
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).contains(1);
        assertThat(cache.find("c")).contains(3);
        cache.clear();
        assertThat(cache.find("a")).isEmpty();
    }

    @Test
    void who_reads_the_same_at_the_same_time_gets_what_the_first_one_put() {
        RecentlyUsed<String, Integer> cache = new RecentlyUsed<>(2);
        int second = cache.get("a", key -> {
            cache.put(key, 1);
            return 2;
        });
        assertThat(second).isEqualTo(1);
    }
}
