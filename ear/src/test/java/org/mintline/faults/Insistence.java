package org.mintline.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.mintline.device.lpa.Es9PlusException;
import org.mintline.device.lpa.LpaException;

/** Sends the same again until there is an answer, as a device or an operator does that hears nothing. */
final class Insistence {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Insistence() {}

    /**
     * Calls until the answer is one of the function.
     *
     * @throws Es9PlusException if the answer is that the function failed
     */
    static <T> T on(Callable<T> call) {
        Instant end = Instant.now().plus(LONGEST);
        while (true) {
            try {
                return call.call();
            } catch (Es9PlusException answered) {
                throw answered;
            } catch (LpaException | IOException unanswered) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("no answer in " + LONGEST, unanswered);
                }
                pause();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
