package org.mintline.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as they are shown. */
@Named
@ApplicationScoped
public class Figures {
    /** A whole number with its thousands set apart. */
    public String of(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }
}
