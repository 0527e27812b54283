package org.mintline.metrics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The interface whose functions a bean carries out, as {@link FunctionMeter} names it. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MeasuredInterface {
    /** As the standard writes it, for instance {@code ES9+}. */
    String value();
}
