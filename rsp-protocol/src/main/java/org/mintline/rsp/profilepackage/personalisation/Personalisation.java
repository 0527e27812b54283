package org.mintline.rsp.profilepackage.personalisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.Type;

/**
 * Personalises one package by changing its tree. It can also do what changes lengths: fill a file that was empty, set
 * longer keys, change the authentication algorithm.
 */
public final class Personalisation {
    private Personalisation() {}

    /**
     * The package with the subscriber's data in it.
     *
     * @param profile a package or template
     * @param data the subscriber's data; what it does not have stays
     * @throws PersonalisationException if the package has no place for a value
     */
    public static ProfilePackage personalise(ProfilePackage profile, PersonalisationData data) {
        ProfilePackage prepared = data.authentication()
                .map(keys -> AuthenticationAlgorithm.prepare(profile, keys))
                .orElse(profile);
        Places places = Places.of(prepared);
        places.requirePlaces(data);
        Map<Integer, ProfileElement> changed = new HashMap<>();
        for (Place place : places.list()) {
            Node root = changed.getOrDefault(
                            place.element(), prepared.elements().get(place.element()))
                    .node();
            Node result =
                    place instanceof Place.Value value ? set(root, value, data) : fill(root, (Place.Range) place, data);
            if (result != root) {
                changed.put(place.element(), new ProfileElement(result));
            }
        }
        return prepared.with(changed);
    }

    private static Node set(Node root, Place.Value place, PersonalisationData data) {
        return place.coding()
                .encode(data, place.node().value())
                .map(bytes -> root.replace(place.node(), place.node().withValue(bytes)))
                .orElse(root);
    }

    private static Node fill(Node root, Place.Range place, PersonalisationData data) {
        ProfileFile file = place.file();
        byte[] content = file.content()
                .orElseThrow(() -> new PersonalisationException(place.subject() + ": the file is not readable"));
        int end = place.from() + place.length();
        Optional<byte[]> bytes = place.coding().encode(data, Arrays.copyOfRange(content, place.from(), end));
        if (bytes.isEmpty()) {
            return root;
        }
        for (ProfileFile.Piece piece : file.pieces()) {
            if (piece.position() <= place.from() && piece.end() >= end) {
                byte[] value = piece.node().value();
                System.arraycopy(bytes.get(), 0, value, place.from() - (int) piece.position(), place.length());
                return root.replace(piece.node(), piece.node().withValue(value));
            }
        }
        System.arraycopy(bytes.get(), 0, content, place.from(), place.length());
        return root.replace(file.list(), filledAnew(file, content, end));
    }

    /** The list of a file with one piece of content in place of all that filled it. */
    private static Node filledAnew(ProfileFile file, byte[] content, int end) {
        long filled =
                file.pieces().stream().mapToLong(ProfileFile.Piece::end).max().orElse(0);
        Node whole = Node.of(contentComponent(file.list()), Arrays.copyOf(content, (int) Math.max(filled, end)));
        List<Node> items = new ArrayList<>();
        if (file.descriptor().isEmpty()) {
            items.add(whole);
        }
        for (Node item : file.list().children()) {
            if (file.fill().stream().noneMatch(f -> f == item)) {
                items.add(item);
            }
            if (file.descriptor().filter(d -> d == item).isPresent()) {
                items.add(whole);
            }
        }
        return file.list().withChildren(items);
    }

    private static Component contentComponent(Node list) {
        Type.ListOf type = (Type.ListOf) list.component().orElseThrow().type();
        return type.element().component("fillFileContent").orElseThrow();
    }
}
