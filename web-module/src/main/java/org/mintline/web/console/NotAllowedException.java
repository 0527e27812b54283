package org.mintline.web.console;

/** Somebody asked for what his role or his account does not allow; no page offers it. */
final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowedException(String user) {
        super("not allowed to " + user);
    }
}
