package org.mintline.rsp.profilepackage.schema;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mintline.rsp.tlv.Tlv;

/**
 * One element of a profile package with its name: a value, or further nodes. Immutable; a change makes a new tree.
 *
 * <p>A node that the schema does not know keeps its encoding and is called by its tag, for instance {@code [9F21]}.
 */
public final class Node {
    /** The position of a node that was not read from a package. */
    public static final int NOWHERE = -1;

    private final Component component;
    private final int tag;
    private final byte[] value;
    private final List<Node> children;
    private final int offset;
    private final int valueOffset;

    private Node(Component component, int tag, byte[] value, List<Node> children, int offset, int valueOffset) {
        this.component = component;
        this.tag = tag;
        this.value = value;
        this.children = children;
        this.offset = offset;
        this.valueOffset = valueOffset;
    }

    /**
     * A value as it was read.
     *
     * @param component what it is, or null where the schema does not know it
     */
    static Node read(Component component, Tlv tlv) {
        return new Node(component, tlv.tag(), tlv.value(), null, tlv.offset(), tlv.valueOffset());
    }

    /** A node with further nodes as it was read. */
    static Node read(Component component, Tlv tlv, List<Node> children) {
        return new Node(component, tlv.tag(), null, List.copyOf(children), tlv.offset(), tlv.valueOffset());
    }

    /**
     * A new value.
     *
     * @param component what it is
     * @param value its encoding without tag and length
     */
    public static Node of(Component component, byte[] value) {
        return new Node(component, component.tag(), value, null, NOWHERE, NOWHERE);
    }

    /**
     * A new node with further nodes in it.
     *
     * @param component what it is
     * @param children its parts, in the order of the standard
     */
    public static Node of(Component component, List<Node> children) {
        return new Node(component, component.tag(), null, List.copyOf(children), NOWHERE, NOWHERE);
    }

    /** The value bytes of an integer, in the fewest bytes (X.690, clause 8.3). */
    public static byte[] integerValue(int integer) {
        return BigInteger.valueOf(integer).toByteArray();
    }

    /** What this is by the schema; empty where the schema does not know it. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** The name in the standard; empty for an element of a list; the tag in brackets where the schema knows none. */
    public String name() {
        return component != null
                ? component.name()
                : "[" + Integer.toHexString(tag).toUpperCase(Locale.ROOT) + "]";
    }

    /** The tag, with all its bytes. */
    public int tag() {
        return tag;
    }

    /** Whether this is a value without parts. */
    public boolean isPrimitive() {
        return value != null;
    }

    /** Where the tag stands in the package that this was read from, in bytes from 0; {@link #NOWHERE} if it was not. */
    public int offset() {
        return offset;
    }

    /** Where the value stands in the package that this was read from, in bytes from 0; {@link #NOWHERE} if it was not. */
    public int valueOffset() {
        return valueOffset;
    }

    /** The parts, in order; none if this is a value. */
    public List<Node> children() {
        return children == null ? List.of() : children;
    }

    /** The first part of that name. */
    public Optional<Node> child(String childName) {
        return children().stream().filter(c -> c.name().equals(childName)).findFirst();
    }

    /**
     * The node at a path below this one.
     *
     * @param path names with dots between them, elements of a list by their index, for instance {@code
     *     algoConfiguration.algoParameter.key} or {@code pukCodes[0].pukValue}
     */
    public Optional<Node> at(String path) {
        Optional<Node> found = Optional.of(this);
        for (String step : path.replace("[", ".[").split("\\.")) {
            found = step.startsWith("[")
                    ? found.flatMap(n -> n.element(Integer.parseInt(step.substring(1, step.length() - 1))))
                    : found.flatMap(n -> n.child(step));
        }
        return found;
    }

    /** The part with that index. */
    public Optional<Node> element(int index) {
        return index < children().size() ? Optional.of(children().get(index)) : Optional.empty();
    }

    /**
     * The value, without tag and length.
     *
     * @throws IllegalStateException if this has parts instead
     */
    public byte[] value() {
        if (value == null) {
            throw new IllegalStateException(name() + " has no value but parts");
        }
        return value.clone();
    }

    /** The length of the value in bytes. */
    public int length() {
        return value != null
                ? value.length
                : children.stream().mapToInt(Node::encodedLength).sum();
    }

    /** The value as an integer. */
    public int integer() {
        return new BigInteger(value()).intValueExact();
    }

    /** The value as text in UTF-8. */
    public String utf8() {
        return new String(value(), StandardCharsets.UTF_8);
    }

    /** This node with another value; it stands nowhere any more. */
    public Node withValue(byte[] newValue) {
        return new Node(component, tag, newValue.clone(), null, NOWHERE, NOWHERE);
    }

    /** This node with other parts; it stands nowhere any more. */
    public Node withChildren(List<Node> newChildren) {
        return new Node(component, tag, null, List.copyOf(newChildren), NOWHERE, NOWHERE);
    }

    /**
     * This tree with one node in it exchanged.
     *
     * @param target the node to exchange: this very object, not one that looks like it
     * @param replacement what takes its place
     */
    public Node replace(Node target, Node replacement) {
        if (this == target) {
            return replacement;
        }
        if (children == null) {
            return this;
        }
        List<Node> changed = new ArrayList<>(children.size());
        boolean different = false;
        for (Node child : children) {
            Node result = different ? child : child.replace(target, replacement);
            different |= result != child;
            changed.add(result);
        }
        return different ? withChildren(changed) : this;
    }

    /**
     * This sequence with a component set: exchanged if it is there, else put in at its place in the standard's order.
     *
     * @param part the new component
     * @throws IllegalStateException if this is no sequence, or has no such component
     */
    public Node withComponent(Node part) {
        Optional<Node> present = child(part.name());
        if (present.isPresent()) {
            return replace(present.get(), part);
        }
        if (component == null || !(component.type() instanceof Type.Sequence sequence)) {
            throw new IllegalStateException(name() + " is no sequence");
        }
        int rank = rank(sequence, part);
        List<Node> changed = new ArrayList<>(children);
        int position = 0;
        while (position < children.size() && rank(sequence, children.get(position)) < rank) {
            position++;
        }
        changed.add(position, part);
        return withChildren(changed);
    }

    private static int rank(Type.Sequence sequence, Node part) {
        int index = sequence.components().indexOf(part.component);
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    /** The encoding: tag, length in its shortest form, value (DER). */
    public byte[] encoded() {
        if (value != null) {
            return Tlv.encode(tag, value);
        }
        return Tlv.encode(tag, children.stream().map(Node::encoded).toArray(byte[][]::new));
    }

    private int encodedLength() {
        int length = length();
        return Tlv.header(tag, length).length + length;
    }

    @Override
    public String toString() {
        return name() + (value != null ? " of " + value.length + " bytes" : " of " + children.size() + " parts");
    }
}
