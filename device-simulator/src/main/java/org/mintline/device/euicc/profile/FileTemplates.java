package org.mintline.device.euicc.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file structure templates by their object identifier (TCA, annex A). */
final class FileTemplates {
    private static final String PREFIX = "2.23.143.1.2.";
    private static final Map<String, List<FileTemplate>> BY_OID = load();

    private FileTemplates() {}

    /** Whether the eUICC creates files by this template; those without lines here have to be described by the package. */
    static boolean isSupported(String oid) {
        return BY_OID.containsKey(oid) || isCsim(oid);
    }

    /** The files of a template, in the order of the fields; empty where the package describes them. */
    static List<FileTemplate> of(String oid) {
        return BY_OID.getOrDefault(oid, List.of());
    }

    /** Whether the files are created even where the profile element does not name them (MF, USIM, ISIM). */
    static boolean isCreatedByDefault(String oid) {
        return switch (oid) {
            case PREFIX + "1", PREFIX + "4", PREFIX + "4.2", PREFIX + "8" -> true;
            default -> false;
        };
    }

    private static boolean isCsim(String oid) {
        return oid.startsWith(PREFIX + "10") || oid.startsWith(PREFIX + "11");
    }

    private static Map<String, List<FileTemplate>> load() {
        Map<String, List<FileTemplate>> templates = new HashMap<>();
        try (InputStream resource = FileTemplates.class.getResourceAsStream("file-templates.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<FileTemplate> current = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("template ")) {
                    current = new ArrayList<>();
                    templates.put(line.substring("template ".length()), current);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    current.add(FileTemplate.parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file structure templates cannot be read", e);
        }
        return templates;
    }
}
