package org.mintline.web.console;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.batch.BatchEvent;
import org.mintline.smdpplus.batch.BatchState;

/**
 * A batch as a line of a list.
 *
 * @param batch how far it is
 * @param operatorName whose it is
 */
public record BatchLine(Batches.Progress batch, String operatorName) {
    private static final Set<BatchState> MOVING = EnumSet.of(BatchState.ORDERED, BatchState.RUNNING, BatchState.SENT);
    private static final int SECONDS = 60;

    /** The first digits of its identifier. */
    public String getBrief() {
        return ReceivedLine.brief(batch.batch());
    }

    /** The style class of its state. */
    public String getStyle() {
        return switch (batch.state()) {
            case ORDERED -> "state-stock";
            case RUNNING, SENT -> "state-way";
            case PAUSED -> "state-warn";
            case RECEIVED -> "state-good";
            case CANCELLED -> "state-gone";
        };
    }

    /** How much of it is done, 0 to 100. */
    public int getPercent() {
        return batch.ordered() == 0
                ? 0
                : (int) Math.min(100, 100L * (batch.bound() + batch.failed()) / batch.ordered());
    }

    /** Profiles a second, as text. */
    public String getSpeed() {
        double rate = batch.rate().orElse(0);
        return rate > 0 ? Texts.of("batch.a-second", rate) : "";
    }

    /** How long it takes still, as text. */
    public String getTimeLeft() {
        return batch.timeLeft().map(BatchLine::inWords).orElse("");
    }

    /** A duration as a person says it: hours and minutes, minutes and seconds, or seconds. */
    static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < SECONDS) {
            return Texts.of("duration.seconds", seconds);
        }
        return duration.toHours() == 0
                ? Texts.of("duration.minutes", duration.toMinutes(), duration.toSecondsPart())
                : Texts.of("duration.hours", duration.toHours(), duration.toMinutesPart());
    }

    /** Whether it changes by itself, so that a page watches it. */
    public boolean isMoving() {
        return MOVING.contains(batch.state());
    }

    /** Whether it can be cancelled. */
    public boolean isCancellable() {
        return batch.state().after(BatchEvent.CANCEL).isPresent() && !batch.isAtDevices();
    }

    /** Whether it waits for a person. */
    public boolean isResumable() {
        return batch.state().after(BatchEvent.RESUME).isPresent();
    }
}
