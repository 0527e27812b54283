package org.mintline.line;

/**
 * What waits to be sent on a line.
 *
 * @param messages how many
 * @param bytes of their contents together
 */
public record LineBacklog(long messages, long bytes) {
    private static final int MOST_MESSAGES = 10_000;
    private static final long MOST_BYTES = 200_000_000;

    /** How many more messages may be added, going by the length of those that wait. */
    int room() {
        if (messages == 0) {
            return MOST_MESSAGES;
        }
        long byBytes = (MOST_BYTES - bytes) / Math.max(1, bytes / messages);
        return (int) Math.max(0, Math.min(MOST_MESSAGES - messages, byBytes));
    }
}
