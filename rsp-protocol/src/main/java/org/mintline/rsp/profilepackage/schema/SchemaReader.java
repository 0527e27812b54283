package org.mintline.rsp.profilepackage.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the notation of {@code profile-elements.schema}, which is explained at its head, and works out the tags.
 *
 * <p>Sources: ITU-T X.680, clauses 25.3 and 29.2 (automatic tagging), 31.2.7 (tagged choice).
 */
final class SchemaReader {
    private static final Pattern COMPONENT =
            Pattern.compile("  (?<name>[\\w-]+)(?<optional>\\??)( \\[(?<tag>[A-Z0-9 ]+)])? (?<rest>.+)");
    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int CONTEXT = 0x80;
    private static final int APPLICATION = 0x40;
    private static final int PRIVATE = 0xC0;
    private static final int CONSTRUCTED = 0x20;

    /** A named type as written: the expression behind "=", and the lines of its components. */
    private record Declaration(String expression, List<String> components) {}

    /** A type with what stands behind it. */
    private record Described(Type type, String format, boolean secret, byte[] defaultValue) {}

    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final Map<String, Described> resolved = new HashMap<>();

    SchemaReader(List<String> lines) {
        Declaration current = null;
        for (String line : lines) {
            if (line.startsWith(" ")) {
                if (current == null) {
                    throw new IllegalStateException("component outside of a type: " + line);
                }
                current.components().add(line);
            } else {
                String[] sides = line.split(" = ", 2);
                current = new Declaration(sides[1], new ArrayList<>());
                declarations.put(sides[0], current);
            }
        }
    }

    /** The type of that name, with all that it is made of. */
    Type type(String name) {
        return named(name).type();
    }

    private Described named(String name) {
        Described known = resolved.get(name);
        if (known == null) {
            Declaration declaration = declarations.get(name);
            if (declaration == null) {
                throw new IllegalStateException("unknown type " + name);
            }
            known = switch (declaration.expression()) {
                case "sequence" -> plain(new Type.Sequence(name, components(declaration.components())));
                case "choice" -> plain(new Type.Choice(name, components(declaration.components())));
                default ->
                    described(new ArrayDeque<>(
                            Arrays.asList(declaration.expression().split(" "))));
            };
            resolved.put(name, known);
        }
        return known;
    }

    private List<Component> components(List<String> lines) {
        boolean automatic = lines.stream().noneMatch(line -> line.contains("["));
        List<Component> components = new ArrayList<>();
        for (String line : lines) {
            Matcher m = COMPONENT.matcher(line);
            if (!m.matches()) {
                throw new IllegalStateException("no component: " + line);
            }
            Described described =
                    described(new ArrayDeque<>(Arrays.asList(m.group("rest").split(" "))));
            String written = automatic ? Integer.toString(components.size()) : m.group("tag");
            components.add(component(m.group("name"), !m.group("optional").isEmpty(), written, described));
        }
        return List.copyOf(components);
    }

    private static Component component(String name, boolean optional, String writtenTag, Described described) {
        Type type = described.type();
        int tag = writtenTag != null ? tag(writtenTag, type.isConstructed()) : untagged(type);
        return new Component(
                name, tag, optional, type, described.format(), described.secret(), described.defaultValue());
    }

    private static int untagged(Type type) {
        return type instanceof Type.Choice ? 0 : type.universalTag();
    }

    private static int tag(String written, boolean constructed) {
        String[] words = written.split(" ");
        int number = Integer.parseInt(words[words.length - 1]);
        int tagClass =
                switch (words[0]) {
                    case "APPLICATION" -> APPLICATION;
                    case "PRIVATE" -> PRIVATE;
                    default -> CONTEXT;
                };
        int leading = tagClass | (constructed ? CONSTRUCTED : 0);
        if (number < 0x1F) {
            return leading | number;
        }
        if (number < 0x80) {
            return (leading | 0x1F) << 8 | number;
        }
        return (leading | 0x1F) << 16 | (0x80 | number >>> 7) << 8 | number & 0x7F;
    }

    private Described described(Deque<String> words) {
        Described base = expression(words);
        String format = base.format();
        boolean secret = base.secret();
        byte[] defaultValue = base.defaultValue();
        while (!words.isEmpty()) {
            String word = words.remove();
            switch (word) {
                case "secret" -> secret = true;
                case "as" -> format = words.remove();
                case "default" -> defaultValue = defaultValue(base.type(), words.remove());
                default -> throw new IllegalStateException("unknown word " + word);
            }
        }
        return new Described(base.type(), format, secret, defaultValue);
    }

    private static byte[] defaultValue(Type type, String written) {
        if (type instanceof Type.Primitive primitive && primitive.kind() == Type.Kind.INTEGER) {
            return Node.integerValue(Integer.parseInt(written));
        }
        return HexFormat.of().parseHex(written);
    }

    private Described expression(Deque<String> words) {
        String word = words.remove();
        return switch (word) {
            case "null" -> primitive(Type.Kind.NULL, new int[] {0, 0});
            case "oid" -> primitive(Type.Kind.OID, new int[] {1, 64});
            case "octets" -> primitive(Type.Kind.OCTETS, range(words, 0, UNBOUNDED));
            case "utf8" -> primitive(Type.Kind.UTF8, range(words, 0, UNBOUNDED));
            case "integer" -> {
                int[] range = range(words, Integer.MIN_VALUE, UNBOUNDED);
                yield plain(new Type.Primitive(Type.Kind.INTEGER, range[0], range[1], names(words)));
            }
            case "list" -> {
                int[] range = range(words, 0, UNBOUNDED);
                words.remove();
                Component element = component("", false, null, expression(words));
                yield plain(new Type.ListOf(range[0], range[1], element));
            }
            default -> named(word);
        };
    }

    private static Described primitive(Type.Kind kind, int[] range) {
        return plain(new Type.Primitive(kind, range[0], range[1], Map.of()));
    }

    private static Described plain(Type type) {
        return new Described(type, "", false, null);
    }

    private static int[] range(Deque<String> words, int lowest, int highest) {
        if (words.isEmpty() || !words.peek().matches("\\d+(\\.\\.(\\d+|\\*))?")) {
            return new int[] {lowest, highest};
        }
        String[] ends = words.remove().split("\\.\\.");
        int minimum = Integer.parseInt(ends[0]);
        if (ends.length == 1) {
            return new int[] {minimum, minimum};
        }
        return new int[] {minimum, ends[1].equals("*") ? UNBOUNDED : Integer.parseInt(ends[1])};
    }

    private static Map<Integer, String> names(Deque<String> words) {
        Map<Integer, String> names = new LinkedHashMap<>();
        while (!words.isEmpty() && words.peek().contains("=")) {
            String[] sides = words.remove().split("=");
            names.put(Integer.parseInt(sides[1]), sides[0]);
        }
        return names;
    }
}
