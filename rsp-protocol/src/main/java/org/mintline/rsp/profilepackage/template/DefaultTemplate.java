package org.mintline.rsp.profilepackage.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The template that the product ships: a 5G subscription of a test network, to start from. */
public final class DefaultTemplate {
    private static final String RESOURCE = "mintline-default.yaml";

    private DefaultTemplate() {}

    /** The text of the template. */
    public static String yaml() {
        try (InputStream in = DefaultTemplate.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
