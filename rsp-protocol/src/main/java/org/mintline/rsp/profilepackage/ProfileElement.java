package org.mintline.rsp.profilepackage;

import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.Type;

/**
 * One profile element (PE).
 *
 * @param node its tree; the root is named as the alternative of {@code ProfileElement}, for instance {@code usim}
 */
public record ProfileElement(Node node) {

    /** The name in the standard, for instance {@code opt-usim}; the tag in brackets for an unknown element. */
    public String type() {
        return node.name();
    }

    /** The component of type {@code PEHeader}; the profile header has none. */
    public Optional<Node> header() {
        return node.children().stream()
                .filter(c -> c.component()
                        .filter(component -> component.type() instanceof Type.Sequence s
                                && s.name().equals("PEHeader"))
                        .isPresent())
                .findFirst();
    }

    /** The identification number of the element, 0 to 32,767; empty if it has none. */
    public OptionalInt identification() {
        return header().flatMap(h -> h.child("identification"))
                .map(i -> OptionalInt.of(i.integer()))
                .orElse(OptionalInt.empty());
    }

    /** The templateID as dotted numbers; empty for elements that name no template. */
    public Optional<String> templateId() {
        return node.child("templateID")
                .map(id -> ObjectIdentifier.ofContent(id.value()).text());
    }

    /** How messages call it: the type, and the identification where there is one. */
    public String label() {
        OptionalInt identification = identification();
        return identification.isPresent() ? type() + " #" + identification.getAsInt() : type();
    }

    @Override
    public String toString() {
        return label();
    }
}
