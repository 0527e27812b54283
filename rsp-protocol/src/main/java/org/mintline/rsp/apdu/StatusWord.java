package org.mintline.rsp.apdu;

import java.util.Arrays;
import java.util.Optional;

/** The status words that an eUICC answers with over ES10 (ISO/IEC 7816-4, clause 5.6; SGP.22 v2.5, clause 5.7.2). */
public enum StatusWord {
    /** Done. */
    NO_ERROR(0x9000),
    /** Execution error: nothing was changed. */
    EXECUTION_ERROR(0x6400),
    /** A triggering of memory failed. */
    MEMORY_FAILURE(0x6581),
    /** Wrong length. */
    WRONG_LENGTH(0x6700),
    /** The logical channel is not supported. */
    LOGICAL_CHANNEL_NOT_SUPPORTED(0x6881),
    /** Security status not satisfied. */
    SECURITY_STATUS_NOT_SATISFIED(0x6982),
    /** Conditions of use not satisfied. */
    CONDITIONS_NOT_SATISFIED(0x6985),
    /** Incorrect parameters in the data field. */
    INCORRECT_DATA(0x6A80),
    /** File or application not found. */
    NOT_FOUND(0x6A82),
    /** Not enough memory. */
    NOT_ENOUGH_MEMORY(0x6A84),
    /** Incorrect P1 or P2. */
    INCORRECT_P1_P2(0x6A86),
    /** Referenced data not found. */
    REFERENCED_DATA_NOT_FOUND(0x6A88),
    /** Instruction not supported. */
    INSTRUCTION_NOT_SUPPORTED(0x6D00),
    /** Class not supported. */
    CLASS_NOT_SUPPORTED(0x6E00),
    /** No precise diagnosis. */
    TECHNICAL_PROBLEM(0x6F00);

    private final int value;

    StatusWord(int value) {
        this.value = value;
    }

    /** SW1 and SW2. */
    public int value() {
        return value;
    }

    /** The status word of that value, if it has a name here. */
    public static Optional<StatusWord> find(int value) {
        return Arrays.stream(values()).filter(word -> word.value == value).findFirst();
    }
}
