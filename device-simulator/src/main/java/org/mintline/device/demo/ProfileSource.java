package org.mintline.device.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;

/**
 * What a profile type is made from.
 *
 * @param name for people
 * @param format {@code PACKAGE} or {@code TEMPLATE}
 * @param content the package in DER, or the template in YAML
 * @param isPersonalised whether the profile gets a subscriber's numbers and keys beside its ICCID
 */
public record ProfileSource(String name, String format, byte[] content, boolean isPersonalised) {
    /** The product's own template, with a subscriber's data. */
    public static ProfileSource ownTemplate() {
        byte[] yaml = DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8);
        return new ProfileSource("Mintline's own template", "TEMPLATE", yaml, true);
    }

    /** A package as it is, with nothing but its ICCID changed. */
    public static ProfileSource ofPackage(Path file) throws IOException {
        return new ProfileSource(file.getFileName().toString(), "PACKAGE", Files.readAllBytes(file), false);
    }
}
