package org.mintline.rsp.profilepackage.schema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/**
 * Decodes data objects by the schema into trees of {@link Node}s.
 *
 * <p>Refused is what cannot be read for certain: broken data objects, lengths that are not DER, components out of
 * order, values outside their bounds. Elements that the schema does not know are kept as they are (EXTENSIBILITY
 * IMPLIED). Absent components are no error here; the check of the package reports them.
 */
public final class NodeDecoder {
    private NodeDecoder() {}

    /**
     * Decodes one data object.
     *
     * @param component what it should be; an alternative is chosen by tag where this is an untagged choice
     * @param tlv the data object
     * @param path the names above it, for errors; empty at the top
     * @throws DecodeException if it is something else or malformed; names the element and the offset in the package
     */
    public static Node decode(Component component, Tlv tlv, String path) {
        if (component.type() instanceof Type.Choice choice && component.tag() == 0) {
            for (Component alternative : choice.alternatives()) {
                if (alternative.tag() == tlv.tag()) {
                    return decode(alternative, tlv, join(path, alternative.name()));
                }
            }
            return unknown(tlv, path);
        }
        requireShortestLength(tlv, path);
        if (component.type() instanceof Type.Primitive primitive) {
            Node node = Node.read(component, tlv);
            requireBounds(primitive, node, path);
            return node;
        }
        return Node.read(component, tlv, children(component.type(), tlv, path));
    }

    private static List<Node> children(Type type, Tlv tlv, String path) {
        if (type instanceof Type.Sequence sequence) {
            return components(sequence, parts(tlv, path), path);
        }
        if (type instanceof Type.ListOf list) {
            return elements(list, tlv, path);
        }
        Type.Choice choice = (Type.Choice) type;
        List<Tlv> chosen = parts(tlv, path);
        if (chosen.size() != 1) {
            throw new DecodeException(path, tlv.offset(), "has " + chosen.size() + " alternatives instead of one");
        }
        Component untagged = new Component("", 0, false, choice, "", false, null);
        return List.of(decode(untagged, chosen.get(0), path));
    }

    private static List<Tlv> parts(Tlv tlv, String path) {
        try {
            return tlv.children();
        } catch (DecodeException e) {
            throw new DecodeException(path + " (" + e.element() + ")", e.offset(), e.reason());
        }
    }

    private static List<Node> components(Type.Sequence sequence, List<Tlv> tlvs, String path) {
        List<Component> components = sequence.components();
        List<Node> nodes = new ArrayList<>(tlvs.size());
        int next = 0;
        for (Tlv tlv : tlvs) {
            int index = indexOf(components, tlv.tag(), next);
            if (index < 0) {
                if (indexOf(components, tlv.tag(), 0) >= 0) {
                    throw new DecodeException(join(path, tlv.name()), tlv.offset(), "is out of order or repeated");
                }
                nodes.add(unknown(tlv, path));
            } else {
                Component component = components.get(index);
                nodes.add(decode(component, tlv, join(path, component.name())));
                next = index + 1;
            }
        }
        return nodes;
    }

    private static int indexOf(List<Component> components, int tag, int from) {
        for (int i = from; i < components.size(); i++) {
            if (components.get(i).tag() == tag) {
                return i;
            }
        }
        return -1;
    }

    private static List<Node> elements(Type.ListOf list, Tlv tlv, String path) {
        List<Tlv> tlvs = parts(tlv, path);
        if (tlvs.size() < list.minimum() || tlvs.size() > list.maximum()) {
            throw new DecodeException(path, tlv.offset(), "has " + tlvs.size() + " elements, which is not allowed");
        }
        List<Node> nodes = new ArrayList<>(tlvs.size());
        for (Tlv element : tlvs) {
            String elementPath = path + "[" + nodes.size() + "]";
            boolean expected = list.element().tag() == 0 || list.element().tag() == element.tag();
            nodes.add(expected ? decode(list.element(), element, elementPath) : unknown(element, elementPath));
        }
        return nodes;
    }

    private static Node unknown(Tlv tlv, String path) {
        requireShortestLength(tlv, join(path, tlv.name()));
        return Node.read(null, tlv);
    }

    private static void requireShortestLength(Tlv tlv, String path) {
        if (tlv.valueOffset() - tlv.offset() != Tlv.header(tlv.tag(), tlv.length()).length) {
            throw new DecodeException(path, tlv.offset(), "has a length that is not in its shortest form (DER)");
        }
    }

    private static void requireBounds(Type.Primitive primitive, Node node, String path) {
        int length = node.length();
        Optional<String> problem =
                switch (primitive.kind()) {
                    case NULL -> length == 0 ? Optional.empty() : Optional.of("is a NULL with a value");
                    case OCTETS -> lengthProblem(primitive, length);
                    case OID -> oidProblem(node.value());
                    case INTEGER -> integerProblem(primitive, node);
                    case UTF8 -> lengthProblem(primitive, length).or(() -> utf8Problem(node.value()));
                };
        problem.ifPresent(reason -> {
            throw new DecodeException(path, node.offset(), reason);
        });
    }

    private static Optional<String> lengthProblem(Type.Primitive primitive, int length) {
        if (length >= primitive.minimum() && length <= primitive.maximum()) {
            return Optional.empty();
        }
        return Optional.of("has " + length + " bytes, not " + range(primitive));
    }

    private static Optional<String> integerProblem(Type.Primitive primitive, Node node) {
        byte[] value = node.value();
        if (value.length < 1 || value.length > 4) {
            return Optional.of("is an integer of " + value.length + " bytes, not 1 to 4");
        }
        int integer = node.integer();
        if (!Arrays.equals(value, Node.integerValue(integer))) {
            return Optional.of("is an integer that is not in its shortest form (DER)");
        }
        if (integer < primitive.minimum() || integer > primitive.maximum()) {
            return Optional.of("is " + integer + ", not " + range(primitive));
        }
        return Optional.empty();
    }

    private static Optional<String> oidProblem(byte[] value) {
        try {
            ObjectIdentifier.ofContent(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is no object identifier");
        }
    }

    private static Optional<String> utf8Problem(byte[] value) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("is not UTF-8");
        }
    }

    private static String range(Type.Primitive primitive) {
        return primitive.minimum() == primitive.maximum()
                ? Integer.toString(primitive.minimum())
                : primitive.minimum() + " to " + primitive.maximum();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
