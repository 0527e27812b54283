package org.mintline.device.euicc.status;

/** A command ends with a status word other than success and without data. */
public final class CardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int statusWord;

    /** @param statusWord one of {@link StatusWord} */
    public CardException(int statusWord) {
        super("status word " + Integer.toHexString(statusWord), null, false, false);
        this.statusWord = statusWord;
    }

    /** SW1 and SW2. */
    public int statusWord() {
        return statusWord;
    }
}
