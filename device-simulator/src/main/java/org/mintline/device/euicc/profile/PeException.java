package org.mintline.device.euicc.profile;

/** A profile element cannot be carried out. */
final class PeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PeStatus.Code code;

    /**
     * @param code the status that the element gets
     * @param reason why, one clause without any value of the element
     */
    PeException(PeStatus.Code code, String reason) {
        super(reason);
        this.code = code;
    }

    PeStatus.Code code() {
        return code;
    }
}
