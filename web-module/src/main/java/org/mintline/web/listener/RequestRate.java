package org.mintline.web.listener;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.mintline.cache.RecentlyUsed;

/**
 * How often one remote address may call: a token bucket for each, the least recently used forgotten when there are too many,
 * so that memory stays bounded whoever calls.
 *
 * <p>An IPv6 address counts by its first 64 bits, since one subscriber has all the rest. Loopback addresses are not limited.
 */
final class RequestRate {
    private static final double NANOSECONDS = 1e9;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private final RecentlyUsed<String, Bucket> buckets;

    /**
     * @param perSecond requests a second and address, sustained; 0 for no limit
     * @param burst requests that may come at once after a pause
     * @param addresses how many addresses are remembered
     * @param nanoTime a clock in nanoseconds
     */
    RequestRate(int perSecond, int burst, int addresses, LongSupplier nanoTime) {
        if (perSecond < 0 || burst < 1 || addresses < 1) {
            throw new IllegalArgumentException("a request rate admits nothing");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets = new RecentlyUsed<>(addresses);
    }

    /** Whether a request from that address may go on; counts it if so. */
    boolean admits(InetAddress address) {
        if (perSecond == 0 || address.isLoopbackAddress()) {
            return true;
        }
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.get(key(address), unknown -> new Bucket(burst, now));
        synchronized (bucket) {
            double tokens = Math.min(burst, bucket.tokens + (now - bucket.time) / NANOSECONDS * perSecond);
            bucket.time = now;
            bucket.tokens = tokens < 1 ? tokens : tokens - 1;
            return tokens >= 1;
        }
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] network = address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
        return Arrays.toString(network);
    }

    private static final class Bucket {
        private double tokens;
        private long time;

        Bucket(double tokens, long time) {
            this.tokens = tokens;
            this.time = time;
        }
    }
}
