package org.mintline.rsp.profilepackage;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.profilepackage.file.FileSystem;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.Type;
import org.mintline.rsp.profilepackage.value.ValueFormat;

/**
 * A package as a tree of lines, with the names of the standard and the values in words.
 *
 * <p>Keys, PINs and PUKs are masked unless they are asked for.
 */
public final class PackageText {
    private static final String MASK = "********";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final boolean secrets;
    private final Map<Node, ProfileFile> files = new IdentityHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private PackageText(ProfilePackage profile, boolean secrets) {
        this.secrets = secrets;
        for (ProfileFile file : FileSystem.of(profile)) {
            file.descriptor().ifPresent(d -> files.put(d, file));
            if (file.descriptor().isEmpty()) {
                files.put(file.list(), file);
            }
        }
    }

    /**
     * The tree of a package.
     *
     * @param profile the package
     * @param secrets whether keys, PINs and PUKs are shown
     */
    public static String of(ProfilePackage profile, boolean secrets) {
        PackageText text = new PackageText(profile, secrets);
        profile.elements().forEach(e -> text.write(e.node(), 0, "", ""));
        return text.out.toString();
    }

    /** The value of a node in words, without its name; masked if it is secret. */
    static String value(Node node, boolean secrets) {
        if (!node.isPrimitive()) {
            return node.children().size() + " parts";
        }
        byte[] value = node.value();
        Optional<Component> component = node.component();
        if (component.isEmpty()) {
            return HEX.formatHex(value);
        }
        if (component.get().secret() && !secrets) {
            return MASK;
        }
        String words = ValueFormat.describe(component.get().format(), value)
                .map(w -> "  (" + w + ")")
                .orElse("");
        Type.Primitive primitive = (Type.Primitive) component.get().type();
        return switch (primitive.kind()) {
            case NULL -> "";
            case INTEGER -> integer(primitive, node.integer());
            case OID -> ObjectIdentifier.ofContent(value).text();
            case UTF8 -> "\"" + printable(node.utf8()) + "\"";
            case OCTETS -> HEX.formatHex(value) + printable(words);
        };
    }

    private static String integer(Type.Primitive primitive, int value) {
        String name = primitive.names().get(value);
        return name == null ? Integer.toString(value) : value + "  (" + name + ")";
    }

    private void write(Node node, int depth, String label, String fileFormat) {
        String name = (label + " " + node.name()).strip();
        String rest = node.isPrimitive() ? value(node, secrets) : "";
        ProfileFile file = files.get(node);
        line(depth, name, file == null ? rest : describe(file));
        String format = node.component()
                .filter(Component::isFile)
                .map(Component::format)
                .orElse(fileFormat);
        if (file != null && !format.isEmpty()) {
            describeContent(file, format).ifPresent(words -> line(depth + 1, "=", printable(words)));
        }
        List<Node> children = node.children();
        boolean numbered = node.component()
                .filter(c -> c.type() instanceof Type.ListOf && !c.isFile())
                .isPresent();
        for (int i = 0; i < children.size(); i++) {
            write(children.get(i), depth + 1, numbered ? "[" + i + "]" : "", format);
        }
    }

    private void line(int depth, String name, String rest) {
        out.append("  ".repeat(depth)).append(name);
        if (!rest.isEmpty()) {
            out.append(' ').append(rest);
        }
        out.append('\n');
    }

    private static String describe(ProfileFile file) {
        StringBuilder text = new StringBuilder("file ").append(file.path().isEmpty() ? "3F00" : file.path());
        file.structure().ifPresent(s -> text.append(", ")
                .append(s.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        OptionalInt size = file.size();
        if (size.isPresent()) {
            OptionalInt record = file.recordLength();
            text.append(", ");
            if (record.isPresent() && record.getAsInt() > 0) {
                text.append(size.getAsInt() / record.getAsInt())
                        .append(" records of ")
                        .append(record.getAsInt());
            } else {
                text.append(size.getAsInt());
            }
            text.append(" bytes");
        }
        return text.toString();
    }

    private static Optional<String> describeContent(ProfileFile file, String format) {
        Optional<byte[]> content = file.content();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        int unit = file.recordLength().orElse(content.get().length);
        if (unit == 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + unit <= content.get().length; at += unit) {
            byte[] record = Arrays.copyOfRange(content.get(), at, at + unit);
            ValueFormat.describe(format, record)
                    .ifPresent(words -> text.append(text.isEmpty() ? "" : "; ").append(words));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
