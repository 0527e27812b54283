package org.mintline.tenancy;

/**
 * The number of an operator (tenant) in this installation; every row that belongs to somebody carries one.
 *
 * @param value the number, from 1
 */
public record OperatorId(long value) {
    /** Refuses numbers that no operator has. */
    public OperatorId {
        if (value < 1) {
            throw new IllegalArgumentException("operator numbers start at 1");
        }
    }
}
