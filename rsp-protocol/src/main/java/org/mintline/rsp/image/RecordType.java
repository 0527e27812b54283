package org.mintline.rsp.image;

import java.util.Arrays;
import java.util.Optional;

/** The records of an image, which stand in this order: one, any number, one. */
enum RecordType {
    METADATA(1, "metadata record", 1, ImageFormat.MAXIMUM_METADATA),
    PACKET(2, "packet record", 1, ProfileImageWriter.MAXIMUM_PACKET),
    END(3, "end record", ImageFormat.END_LENGTH, ImageFormat.END_LENGTH);

    private final int number;
    private final String title;
    private final int minimum;
    private final int maximum;

    RecordType(int number, String title, int minimum, int maximum) {
        this.number = number;
        this.title = title;
        this.minimum = ImageFormat.ciphertextLength(minimum);
        this.maximum = ImageFormat.ciphertextLength(maximum);
    }

    /** The byte that a record begins with. */
    int number() {
        return number;
    }

    String title() {
        return title;
    }

    /** The shortest cipher text, in bytes with its tag. */
    int minimum() {
        return minimum;
    }

    /** The longest cipher text, in bytes with its tag. */
    int maximum() {
        return maximum;
    }

    static Optional<RecordType> find(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
