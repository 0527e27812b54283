package org.mintline.rsp.profilepackage.schema;

import java.util.Arrays;

/**
 * What a file, or each of its records, is filled with where no content is given (ETSI TS 102 222, clause 6.3.2.2.2).
 *
 * @param bytes the pattern, at least one byte
 * @param repeats whether the whole pattern is repeated; otherwise its last byte is
 * @param tail what stands at the end of each record; may be empty
 */
public record FillPattern(byte[] bytes, boolean repeats, byte[] tail) {

    /** A pattern without a tail. */
    public FillPattern(byte[] bytes, boolean repeats) {
        this(bytes, repeats, new byte[0]);
    }

    /** A file, or a record, of that size, filled. */
    public byte[] fill(int size) {
        byte[] filled = new byte[size];
        for (int i = 0; i < size; i++) {
            filled[i] = repeats ? bytes[i % bytes.length] : bytes[Math.min(i, bytes.length - 1)];
        }
        int shown = Math.min(tail.length, size);
        System.arraycopy(Arrays.copyOfRange(tail, tail.length - shown, tail.length), 0, filled, size - shown, shown);
        return filled;
    }
}
