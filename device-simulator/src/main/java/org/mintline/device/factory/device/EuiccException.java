package org.mintline.device.factory.device;

/** The eUICC does not do what every eUICC does. Nothing was changed by it; the next boot tries again. */
public final class EuiccException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EuiccException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
