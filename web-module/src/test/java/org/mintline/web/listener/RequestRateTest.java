package org.mintline.web.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final RequestRate rate = new RequestRate(10, 20, 3, nanoTime::get);

    @Test
    void an_address_may_burst_and_then_goes_on_at_its_rate() throws UnknownHostException {
        assertThat(admitted("192.0.2.1", 30)).isEqualTo(20);

        nanoTime.addAndGet(500_000_000L);

        assertThat(admitted("192.0.2.1", 30)).isEqualTo(5);
    }

    @Test
    void addresses_are_counted_apart() throws UnknownHostException {
        admitted("192.0.2.1", 30);

        assertThat(admitted("192.0.2.2", 30)).isEqualTo(20);
    }

    @Test
    void the_addresses_of_one_IPv6_network_are_counted_together() throws UnknownHostException {
        admitted("2001:db8:1:2::1", 15);

        assertThat(admitted("2001:db8:1:2:ffff::9", 30)).isEqualTo(5);
    }

    @Test
    void the_address_that_called_longest_ago_is_forgotten_first() throws UnknownHostException {
        admitted("192.0.2.1", 30);
        admitted("192.0.2.2", 30);
        admitted("192.0.2.3", 30);
        admitted("192.0.2.1", 1);
        admitted("192.0.2.4", 30);

        assertThat(admitted("192.0.2.1", 30)).isZero();
        assertThat(admitted("192.0.2.2", 30)).isEqualTo(20);
    }

    @Test
    void loopback_is_not_limited() throws UnknownHostException {
        assertThat(admitted("127.0.0.1", 100)).isEqualTo(100);
    }

    @Test
    void a_rate_of_nought_is_no_limit() throws UnknownHostException {
        RequestRate unlimited = new RequestRate(0, 1, 1, nanoTime::get);
        InetAddress address = InetAddress.getByName("192.0.2.1");

        assertThat(IntStream.range(0, 100)
                        .filter(i -> unlimited.admits(address))
                        .count())
                .isEqualTo(100);
    }

    private long admitted(String address, int requests) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        return IntStream.range(0, requests).filter(i -> rate.admits(parsed)).count();
    }
}
