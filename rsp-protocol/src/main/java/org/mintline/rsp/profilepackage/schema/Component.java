package org.mintline.rsp.profilepackage.schema;

import java.util.Optional;

/**
 * A component of a sequence, an alternative of a choice, or the element of a list.
 *
 * @param name its name in the standard
 * @param tag the tag it is encoded with, all bytes; 0 for an untagged choice, which shows by its alternatives' tags
 * @param optional whether it may be absent
 * @param type the type of its value
 * @param format how people write the value, a name of {@code ValueFormat}; empty for none
 * @param secret whether the value is masked when it is shown
 * @param defaultValue the value that an absent component has, as encoded without tag and length; null if it has none
 */
public record Component(
        String name, int tag, boolean optional, Type type, String format, boolean secret, byte[] defaultValue) {

    /** The component of that name inside this one: of a sequence, or an alternative of a choice. */
    public Optional<Component> component(String componentName) {
        if (type instanceof Type.Sequence sequence) {
            return sequence.components().stream()
                    .filter(c -> c.name.equals(componentName))
                    .findFirst();
        }
        if (type instanceof Type.Choice choice) {
            return choice.alternatives().stream()
                    .filter(c -> c.name.equals(componentName))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Whether this is a file of a profile element (type {@code File}). */
    public boolean isFile() {
        return type instanceof Type.ListOf list
                && list.element().type() instanceof Type.Choice choice
                && choice.name().equals("File.Item");
    }
}
