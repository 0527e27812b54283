package org.mintline.smdpplus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is told to go on. */
public final class TestClock extends Clock {
    private volatile Instant now;

    /** A clock that stands at that instant. */
    public TestClock(Instant now) {
        this.now = now;
    }

    /** Goes on. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the time here is UTC");
    }
}
