package org.mintline.smdpplus.protection;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationDataBuilder;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;

/**
 * What makes a profile one subscriber's, as it came: values by the column names of input files. Sealed, it is the lines
 * {@code column=value} in UTF-8.
 */
public final class Credentials {
    private static final String ICCID = "iccid";

    private final Map<String, String> columns;

    private Credentials(Map<String, String> columns) {
        this.columns = columns;
    }

    /**
     * Of these columns.
     *
     * @throws PersonalisationException if a column has a line break or an equals sign in its name
     */
    public static Credentials of(Map<String, String> columns) {
        columns.forEach((name, value) -> {
            if (name.contains("=") || name.contains("\n") || value.contains("\n")) {
                throw new PersonalisationException("a value of more than one line");
            }
        });
        return new Credentials(new TreeMap<>(columns));
    }

    static Credentials decode(byte[] plain) {
        return new Credentials(new String(plain, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }

    /** The bytes to be sealed. */
    public byte[] encoded() {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The personalisation data of the profile with that ICCID.
     *
     * @throws PersonalisationException if a column is not known or a value not of its form
     */
    public PersonalisationData data(Iccid iccid) {
        PersonalisationDataBuilder builder = PersonalisationData.builder();
        columns.forEach(builder::column);
        return builder.column(ICCID, iccid.digits()).build();
    }

    /** Says nothing of the values. */
    @Override
    public String toString() {
        return "Credentials" + columns.keySet();
    }
}
