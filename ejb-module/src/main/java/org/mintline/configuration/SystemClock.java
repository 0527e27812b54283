package org.mintline.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The time of the server, for injection: in UTC and in whole microseconds, as the database keeps it. */
@ApplicationScoped
public class SystemClock {
    /** A clock that ticks in microseconds. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
