package org.mintline.web.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the console: the bundle {@code texts} next to this class. */
final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.mintline.web.console.texts", Locale.ENGLISH);

    private Texts() {}

    /** The text of a key, with the values put in at {0}, {1} and so on. */
    static String of(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
    }

    /** The text of a key that may be missing, or the other text. */
    static String orElse(String key, String other) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : other;
    }
}
