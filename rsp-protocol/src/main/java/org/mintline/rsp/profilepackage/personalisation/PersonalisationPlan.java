package org.mintline.rsp.profilepackage.personalisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Personalises many packages of one template: the places are found once, a package is then a copy of the template with
 * bytes patched in. What would change a length is refused; {@link Personalisation} can do it.
 *
 * <p>Immutable, for use by any number of threads. Keeps the template, which holds no subscriber's data.
 */
public final class PersonalisationPlan {
    private final byte[] template;
    private final Places places;
    private final List<Patch> patches;

    /** Bytes that are exchanged; position is negative where the template has no bytes to exchange. */
    private record Patch(Place place, int position, byte[] current) {}

    private PersonalisationPlan(byte[] template, Places places, List<Patch> patches) {
        this.template = template;
        this.places = places;
        this.patches = patches;
    }

    /**
     * Finds the places of a template.
     *
     * @param template the encoded package
     * @throws DecodeException if it is malformed
     */
    public static PersonalisationPlan of(byte[] template) {
        byte[] copy = template.clone();
        Places places = Places.of(ProfilePackage.decode(copy));
        List<Patch> patches = new ArrayList<>();
        for (Place place : places.list()) {
            patches.add(
                    place instanceof Place.Value value
                            ? new Patch(
                                    place,
                                    value.node().valueOffset(),
                                    value.node().value())
                            : patch(copy, (Place.Range) place));
        }
        return new PersonalisationPlan(copy, places, List.copyOf(patches));
    }

    private static Patch patch(byte[] template, Place.Range place) {
        for (ProfileFile.Piece piece : place.file().pieces()) {
            if (piece.position() <= place.from() && piece.end() >= place.from() + place.length()) {
                int position = piece.node().valueOffset() + place.from() - (int) piece.position();
                return new Patch(place, position, Arrays.copyOfRange(template, position, position + place.length()));
            }
        }
        return new Patch(place, -1, new byte[place.length()]);
    }

    /** What can be personalised in this template. */
    public Set<Subject> subjects() {
        Set<Subject> subjects = new TreeSet<>();
        patches.forEach(p -> subjects.add(p.place().subject()));
        patches.stream()
                .filter(p -> p.position() < 0)
                .forEach(p -> subjects.remove(p.place().subject()));
        return subjects;
    }

    /** The length of every personalised package, in bytes. */
    public int size() {
        return template.length;
    }

    /**
     * A personalised package, encoded.
     *
     * @param data the subscriber's data; what it does not have stays as in the template
     * @throws PersonalisationException if the template has no place for a value, or the value has another length
     */
    public byte[] personalise(PersonalisationData data) {
        places.requirePlaces(data);
        byte[] profile = template.clone();
        for (Patch patch : patches) {
            Optional<byte[]> bytes = patch.place().coding().encode(data, patch.current());
            if (bytes.isPresent()) {
                if (patch.position() < 0 || bytes.get().length != patch.current().length) {
                    throw new PersonalisationException(patch.place().subject() + " does not fit into the template");
                }
                System.arraycopy(bytes.get(), 0, profile, patch.position(), patch.current().length);
            }
        }
        return profile;
    }
}
