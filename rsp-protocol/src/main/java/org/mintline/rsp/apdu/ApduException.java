package org.mintline.rsp.apdu;

/** A command cannot be carried out; the card answers with the status word. */
public final class ApduException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusWord statusWord;

    /**
     * @param statusWord what is answered
     * @param detail what is the matter, without data of the command
     */
    public ApduException(StatusWord statusWord, String detail) {
        super(detail);
        this.statusWord = statusWord;
    }

    /** What is answered. */
    public StatusWord statusWord() {
        return statusWord;
    }
}
