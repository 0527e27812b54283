package org.mintline.device.factory.link;

import java.util.Arrays;
import java.util.Optional;

/** What a frame carries. */
public enum FrameType {
    /** A command APDU, from the station. */
    REQUEST(1),
    /** A response APDU, from the device. */
    ANSWER(2);

    private final int number;

    FrameType(int number) {
        this.number = number;
    }

    /** The byte that stands for it. */
    int number() {
        return number;
    }

    static Optional<FrameType> find(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
