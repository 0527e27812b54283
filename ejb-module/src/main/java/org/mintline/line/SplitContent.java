package org.mintline.line;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes in two columns: a column of H2 holds one mebibyte at most. */
@Embeddable
class SplitContent {
    private static final int FIRST = 1 << 20;

    @Column(name = "content")
    private byte[] first;

    @Column(name = "content_rest")
    private byte[] rest;

    protected SplitContent() {}

    SplitContent(byte[] content) {
        if (content.length <= FIRST) {
            first = content;
        } else {
            first = Arrays.copyOf(content, FIRST);
            rest = Arrays.copyOfRange(content, FIRST, content.length);
        }
    }

    byte[] joined() {
        return rest == null
                ? first
                : ByteBuffer.allocate(first.length + rest.length)
                        .put(first)
                        .put(rest)
                        .array();
    }
}
