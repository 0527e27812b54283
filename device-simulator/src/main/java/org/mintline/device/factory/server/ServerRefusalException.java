package org.mintline.device.factory.server;

/** The support server does not do what the station asks, and asking again does not help. */
final class ServerRefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence why, as the server tells it */
    ServerRefusalException(String sentence) {
        super(sentence);
    }
}
