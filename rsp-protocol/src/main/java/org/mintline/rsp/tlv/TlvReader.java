package org.mintline.rsp.tlv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes the data objects inside a constructed one in the order in which the standard lists them. */
public final class TlvReader {
    private final Tlv parent;
    private final List<Tlv> elements;
    private int position;

    TlvReader(Tlv parent) {
        this.parent = parent;
        this.elements = parent.children();
    }

    /**
     * Takes the next data object, which must have that tag.
     *
     * @param tag all bytes of the tag
     * @param element its name in the standard, for the error
     * @throws DecodeException if there is none or it has another tag
     */
    public Tlv require(int tag, String element) {
        if (position == elements.size()) {
            throw new DecodeException(element, parent.valueOffset() + parent.length(), "is missing");
        }
        Tlv next = elements.get(position);
        if (next.tag() != tag) {
            String wanted = Integer.toHexString(tag).toUpperCase(Locale.ROOT);
            throw new DecodeException(element, next.offset(), "has tag " + next.name() + ", not '" + wanted + "'");
        }
        position++;
        return next;
    }

    /** Takes the next data object if it has that tag. */
    public Optional<Tlv> optional(int tag) {
        if (position < elements.size() && elements.get(position).tag() == tag) {
            return Optional.of(elements.get(position++));
        }
        return Optional.empty();
    }

    /** Takes the next data object whatever its tag. */
    public Tlv next(String element) {
        if (position == elements.size()) {
            throw new DecodeException(element, parent.valueOffset() + parent.length(), "is missing");
        }
        return elements.get(position++);
    }

    /** The tag of the next data object, or -1 at the end. */
    public int peek() {
        return position < elements.size() ? elements.get(position).tag() : -1;
    }

    /** Takes all that is left: extensions, which the RSP types allow at their end (EXTENSIBILITY IMPLIED). */
    public List<Tlv> rest() {
        List<Tlv> rest = new ArrayList<>(elements.subList(position, elements.size()));
        position = elements.size();
        return rest;
    }

    /**
     * Makes sure that nothing is left.
     *
     * @throws DecodeException at the first data object that is left
     */
    public void end() {
        if (position < elements.size()) {
            Tlv next = elements.get(position);
            throw new DecodeException(next.name(), next.offset(), "is not expected here");
        }
    }
}
