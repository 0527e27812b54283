package org.mintline.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Marks tests that {@code ./mintline nightly} runs and {@code ./mintline test} leaves out: they start servers again and again, or wait for the clock. */
@EnabledIfSystemProperty(named = "mintline.nightly", matches = "true", disabledReason = "it runs at night")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Nightly {}
