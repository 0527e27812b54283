package org.mintline.rsp.profilepackage;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mintline.rsp.profilepackage.schema.NodeDecoder;
import org.mintline.rsp.profilepackage.schema.ProfileSchema;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * An unprotected profile package (UPP): the profile elements in their order.
 *
 * <p>Source: eUICC Profile Package: Interoperable Format Technical Specification 3.3.1, clause 8; SGP.22 v2.5, clause
 * 2.5.2.
 *
 * @param elements the profile elements
 */
public record ProfilePackage(List<ProfileElement> elements) {
    /** The largest package: 1 MiB. */
    public static final int MAXIMUM_BYTES = DecodeLimits.PACKAGE.bytes();
    /** The most profile elements. */
    public static final int MAXIMUM_ELEMENTS = 1024;

    /** Keeps a list of its own. */
    public ProfilePackage {
        elements = List.copyOf(elements);
    }

    /**
     * Decodes a package.
     *
     * @param encoded the DER encoding, at most {@link #MAXIMUM_BYTES}; must not be changed afterwards
     * @throws DecodeException if it is malformed; names the element by its path and the offset in the package
     */
    public static ProfilePackage decode(byte[] encoded) {
        List<Tlv> tlvs = Tlv.decodeAll(encoded, DecodeLimits.PACKAGE);
        if (tlvs.isEmpty()) {
            throw new DecodeException("ProfileElement", 0, "is missing: the package is empty");
        }
        if (tlvs.size() > MAXIMUM_ELEMENTS) {
            throw new DecodeException("ProfileElement", 0, "stands more than " + MAXIMUM_ELEMENTS + " times");
        }
        return new ProfilePackage(tlvs.stream()
                .map(tlv -> new ProfileElement(NodeDecoder.decode(ProfileSchema.profileElement(), tlv, "")))
                .toList());
    }

    /** The encoding, byte for byte what was decoded if nothing was changed. */
    public byte[] encoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        elements.forEach(e -> out.writeBytes(e.node().encoded()));
        return out.toByteArray();
    }

    /** The elements of that type, in order. */
    public Stream<ProfileElement> all(String type) {
        return elements.stream().filter(e -> e.type().equals(type));
    }

    /** The first element of that type. */
    public Optional<ProfileElement> first(String type) {
        return all(type).findFirst();
    }

    /** This package with some elements exchanged, by position. */
    public ProfilePackage with(Map<Integer, ProfileElement> changed) {
        List<ProfileElement> result = new ArrayList<>(elements);
        new HashMap<>(changed).forEach(result::set);
        return new ProfilePackage(result);
    }

    @Override
    public String toString() {
        return "profile package of " + elements.size() + " elements";
    }
}
