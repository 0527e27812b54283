package org.mintline.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Activation codes as pages show them. */
@Named
@ApplicationScoped
public class ActivationCodes {
    private static final String PREFIX = "LPA:";

    /** The text in the QR code: with {@code LPA:} before it. */
    static String qrText(String activationCode) {
        return PREFIX + activationCode;
    }

    /** The text that a device reads from the QR code. */
    public String text(String activationCode) {
        return qrText(activationCode);
    }

    /** The QR code as an SVG element. */
    public String svg(String activationCode) {
        return new QrCode(qrText(activationCode)).svg(Texts.of("activation-code.qr"));
    }
}
