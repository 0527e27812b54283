package org.mintline.line;

import java.time.Instant;

/**
 * A message that could not be taken in, and waits for a person to have it tried again or dropped.
 *
 * @param number its number here
 * @param line on which it came
 * @param kind the name of a {@link LineMessageKind}, or what stood in its place
 * @param identifier of the message
 * @param length of its content, in bytes
 * @param kept whether the content is kept: it is not if it was too long; such a message can be dropped only
 * @param reason why it was not taken in
 * @param tries how often a person had it tried again
 * @param arrivedAt when it came here
 */
public record DeadLetter(
        long number,
        String line,
        String kind,
        String identifier,
        int length,
        boolean kept,
        String reason,
        int tries,
        Instant arrivedAt) {}
