package org.mintline.device.factory.station;

/** A device is not served; the message tells the person at the station why, in plain words. */
public final class StationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence in plain words */
    public StationException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence in plain words
     * @param cause what is behind it
     */
    public StationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
