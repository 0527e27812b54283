package org.mintline.rsp.profilepackage.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** All file structure templates, read once from {@code file-structure.templates}. */
public final class StructureTemplates {
    private static final Map<String, StructureTemplate> BY_ID = read(SchemaResource.lines("file-structure.templates"));

    private StructureTemplates() {}

    /** The template of that templateID, given as dotted numbers. */
    public static Optional<StructureTemplate> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The templates of a profile element, oldest first. */
    public static List<StructureTemplate> of(String element) {
        return BY_ID.values().stream().filter(t -> t.element().equals(element)).toList();
    }

    private static Map<String, StructureTemplate> read(List<String> lines) {
        Map<String, StructureTemplate> templates = new LinkedHashMap<>();
        int position = 0;
        while (position < lines.size()) {
            int end = position + 1;
            while (end < lines.size() && lines.get(end).startsWith(" ")) {
                end++;
            }
            StructureTemplate template = template(lines.get(position), lines.subList(position + 1, end), templates);
            templates.put(template.id(), template);
            position = end;
        }
        return templates;
    }

    private static StructureTemplate template(
            String head, List<String> fileLines, Map<String, StructureTemplate> earlier) {
        List<String> words = List.of(head.split(" "));
        Map<String, FileTemplate> files = new LinkedHashMap<>();
        int base = words.indexOf("extends");
        if (base > 0) {
            earlier.get(words.get(base + 1)).files().forEach(f -> files.put(f.name(), f));
        }
        fileLines.forEach(line -> {
            FileTemplate file = file(line.strip().split(" "));
            files.put(file.name(), file);
        });
        Optional<String> parent = words.get(3).equals("in") ? Optional.of(words.get(4)) : Optional.empty();
        return new StructureTemplate(
                words.get(1),
                words.get(2),
                parent,
                words.contains("by-default"),
                List.copyOf(new ArrayList<>(files.values())));
    }

    private static FileTemplate file(String[] words) {
        String place = words[1];
        int slash = place.lastIndexOf('/');
        FileTemplate.Structure structure =
                FileTemplate.Structure.valueOf(words[2].toUpperCase(Locale.ROOT).replace('-', '_'));
        Map<String, String> named = new HashMap<>();
        String size = "*";
        for (int i = 3; i < words.length; i++) {
            String[] sides = words[i].split("=");
            if (sides.length == 2) {
                named.put(sides[0], sides[1]);
            } else {
                size = words[i];
            }
        }
        String[] sizes = size.contains("x") ? size.split("x") : new String[] {"*", size};
        return new FileTemplate(
                words[0],
                place.substring(0, Math.max(slash, 0)),
                fid(place.substring(slash + 1)),
                structure,
                number(sizes[0], 10),
                number(sizes[1], 10),
                number(named.getOrDefault("arr", "*"), 10),
                number(named.getOrDefault("sfi", "*"), 16),
                pattern(named));
    }

    private static OptionalInt fid(String written) {
        return written.equals("-")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(written.split("\\.\\.")[0], 16));
    }

    private static OptionalInt number(String written, int radix) {
        return written.equals("*") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written, radix));
    }

    private static Optional<FillPattern> pattern(Map<String, String> named) {
        HexFormat hex = HexFormat.of();
        if (named.containsKey("repeat")) {
            return Optional.of(new FillPattern(hex.parseHex(named.get("repeat")), true));
        }
        return Optional.ofNullable(named.get("fill")).map(written -> {
            String[] sides = written.split("\\.\\.", 2);
            return sides.length == 1
                    ? new FillPattern(hex.parseHex(sides[0]), false)
                    : new FillPattern(hex.parseHex(sides[0]), false, hex.parseHex(sides[1]));
        });
    }
}
