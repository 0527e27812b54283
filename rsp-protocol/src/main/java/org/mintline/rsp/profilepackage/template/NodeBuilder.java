package org.mintline.rsp.profilepackage.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.FileTemplate;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.StructureTemplate;
import org.mintline.rsp.profilepackage.schema.Type;

/** Builds nodes of what is written, as the schema of each component says. */
final class NodeBuilder {
    private static final Set<String> MANAGED_FILE_KEYS = managedFileKeys();

    private final Optional<StructureTemplate> template;

    /** @param template the file structure template of the profile element; empty where it has none */
    NodeBuilder(Optional<StructureTemplate> template) {
        this.template = template;
    }

    Node build(Component component, Notation value) {
        if (component.isFile()) {
            return file(component, value);
        }
        Type type = component.type();
        if (type instanceof Type.Primitive primitive) {
            return Node.of(component, primitive(component, primitive, value));
        }
        if (type instanceof Type.ListOf list) {
            return Node.of(
                    component,
                    value.list().stream().map(v -> build(list.element(), v)).toList());
        }
        if (type instanceof Type.Choice choice) {
            return choice(component, choice, value);
        }
        return Node.of(component, value.isList() ? flags(component, value) : parts(component, value));
    }

    /** The files of a PE-GenericFileManagement: each with the directory that it lies in. */
    Node managedFiles(Component commands, Notation files) {
        Component command = ((Type.ListOf) commands.type()).element();
        Component item = ((Type.ListOf) command.type()).element();
        List<Node> items = new ArrayList<>();
        for (Notation file : files.list()) {
            file.requireKeys(MANAGED_FILE_KEYS);
            file.require("fid");
            byte[] directory = file.get("in").map(FileNotation::path).orElse(new byte[0]);
            items.add(Node.of(item.component("filePath").orElseThrow(), directory));
            items.addAll(new FileNotation(file, Optional.empty()).managedItems(item));
        }
        return Node.of(commands, List.of(Node.of(command, items)));
    }

    private Node file(Component component, Notation value) {
        Optional<FileTemplate> file = template.flatMap(t -> t.file(component.name()));
        boolean listed = template.filter(t -> !t.files().isEmpty()).isPresent();
        if (listed && file.isEmpty()) {
            throw value.error(
                    component.name() + " is not in template " + template.get().id() + ": give another templateID");
        }
        value.requireKeys(FileNotation.KEYS);
        return Node.of(component, new FileNotation(value, file).items(component));
    }

    private Node choice(Component component, Type.Choice choice, Notation value) {
        Component alternative;
        Notation chosen = value;
        if (value.isList()) {
            alternative = choice.alternatives().stream()
                    .filter(a -> a.type() instanceof Type.ListOf)
                    .findFirst()
                    .orElseThrow(() -> value.error("an alternative of " + choice.name() + " must be named"));
        } else {
            Map.Entry<String, Notation> named = value.only();
            chosen = named.getValue();
            alternative = component
                    .component(named.getKey())
                    .orElseThrow(() -> value.error("'" + named.getKey() + "' is no alternative of " + choice.name()));
        }
        Node node = build(alternative, chosen);
        return component.tag() == 0 ? node : Node.of(component, List.of(node));
    }

    private List<Node> flags(Component component, Notation value) {
        List<Node> flags = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Notation name : value.list()) {
            if (component.component(name.word()).isEmpty()) {
                throw name.error("'" + name.word() + "' is not known here");
            }
            names.add(name.word());
        }
        for (Component flag : ((Type.Sequence) component.type()).components()) {
            if (names.contains(flag.name())) {
                flags.add(Node.of(flag, new byte[0]));
            }
        }
        return flags;
    }

    private List<Node> parts(Component component, Notation value) {
        Type.Sequence sequence = (Type.Sequence) component.type();
        value.mapping().forEach((key, part) -> {
            if (component.component(key).isEmpty()) {
                throw part.error("'" + key + "' is no component of " + sequence.name());
            }
        });
        List<Node> parts = new ArrayList<>();
        for (Component part : sequence.components()) {
            value.get(part.name()).ifPresent(v -> parts.add(build(part, v)));
        }
        return parts;
    }

    private static byte[] primitive(Component component, Type.Primitive primitive, Notation value) {
        return switch (primitive.kind()) {
            case NULL -> new byte[0];
            case INTEGER -> Node.integerValue(integer(primitive, value));
            case OID -> identifier(value);
            case UTF8 -> value.word().getBytes(StandardCharsets.UTF_8);
            case OCTETS -> octets(component, primitive, value);
        };
    }

    private static int integer(Type.Primitive primitive, Notation value) {
        return primitive
                .named(value.word())
                .orElseGet(() -> value.number(Math.max(primitive.minimum(), 0), primitive.maximum()));
    }

    private static byte[] identifier(Notation value) {
        try {
            return new ObjectIdentifier(value.word()).content();
        } catch (IllegalArgumentException e) {
            throw value.error("'" + value.word() + "' " + e.getMessage());
        }
    }

    private static byte[] octets(Component component, Type.Primitive primitive, Notation value) {
        byte[] octets = ValueNotation.bytes(value, component.format().equals("iccid"), OptionalInt.empty());
        if (octets.length < primitive.minimum() || octets.length > primitive.maximum()) {
            throw value.error(component.name() + " has " + octets.length + " bytes, which is not allowed");
        }
        return octets;
    }

    private static Set<String> managedFileKeys() {
        Set<String> keys = new HashSet<>(FileNotation.KEYS);
        keys.add("in");
        keys.remove("create");
        return keys;
    }
}
