package org.mintline.device.factory.device;

/** What lies in the security area was not written there by this device. */
public final class SecurityAreaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecurityAreaException(String name) {
        super("what lies in the security area as " + name + " was not written there by this device");
    }
}
