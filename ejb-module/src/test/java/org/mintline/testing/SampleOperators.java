package org.mintline.testing;

import java.util.concurrent.atomic.AtomicLong;
import org.mintline.tenancy.OperatorId;

/** Operators for tests of other rooms than tenancy, which need nothing but their rows. */
public final class SampleOperators {
    private static final AtomicLong NUMBERS = new AtomicLong(1_000_000);

    private SampleOperators() {}

    /** A committed operator of that name, with a callback address. */
    public static OperatorId operator(TestDatabase database, String name) {
        long number = NUMBERS.getAndIncrement();
        database.execute(
                "insert into operator (id, name, function_requester_identifier, callback_address, created_at, version)"
                        + " values (" + number + ", '" + name + "', '1.3.6.1.4.1.99." + number + "', 'https://" + number
                        + ".callback.example', timestamp with time zone '2026-03-01 12:00:00+00:00', 0)");
        return new OperatorId(number);
    }
}
