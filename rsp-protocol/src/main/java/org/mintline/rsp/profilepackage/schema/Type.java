package org.mintline.rsp.profilepackage.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type of the schema: how a value is made up (ITU-T X.680). */
public sealed interface Type {

    /** The kinds of values that have no parts. */
    enum Kind {
        /** {@code NULL}: present or absent, no value. */
        NULL(0x05),
        /** {@code INTEGER}, in at most four bytes. */
        INTEGER(0x02),
        /** {@code OCTET STRING}. */
        OCTETS(0x04),
        /** {@code OBJECT IDENTIFIER}. */
        OID(0x06),
        /** {@code UTF8String}. */
        UTF8(0x0C);

        private final int universalTag;

        Kind(int universalTag) {
            this.universalTag = universalTag;
        }

        int universalTag() {
            return universalTag;
        }
    }

    /**
     * A value without parts.
     *
     * @param kind what it is
     * @param minimum the smallest integer, or the fewest bytes
     * @param maximum the largest integer, or the most bytes
     * @param names names of integers, by value; empty where they have none
     */
    record Primitive(Kind kind, int minimum, int maximum, Map<Integer, String> names) implements Type {
        /** The integer that the standard gives that name. */
        public Optional<Integer> named(String name) {
            return names.entrySet().stream()
                    .filter(e -> e.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * {@code SEQUENCE}: components in a fixed order, some of which may be absent.
     *
     * @param name the name of the type in the standard
     * @param components its components, in order
     */
    record Sequence(String name, List<Component> components) implements Type {}

    /**
     * {@code CHOICE}: one of several alternatives, told apart by their tags.
     *
     * @param name the name of the type in the standard
     * @param alternatives the alternatives
     */
    record Choice(String name, List<Component> alternatives) implements Type {}

    /**
     * {@code SEQUENCE OF}.
     *
     * @param minimum the fewest elements
     * @param maximum the most elements
     * @param element the type of each, tagged as it stands in the list
     */
    record ListOf(int minimum, int maximum, Component element) implements Type {}

    /** Whether the value is made of data objects. */
    default boolean isConstructed() {
        return !(this instanceof Primitive);
    }

    /** The tag of the type where it has no other. A choice has none: its alternatives have. */
    default int universalTag() {
        return this instanceof Primitive p ? p.kind().universalTag() : 0x30;
    }
}
