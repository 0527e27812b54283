package org.mintline.rsp.profilepackage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.Type;

/**
 * One difference between two packages.
 *
 * @param place the profile element, with its number among those of its type where it is not the first, and the path in
 *     it, for instance {@code usim.ef-imsi.fillFileContent} or {@code akaParameter(2).sqnOptions}
 * @param before the value in the first package; empty if it is not there
 * @param after the value in the second package; empty if it is not there
 */
public record PackageDifference(String place, Optional<String> before, Optional<String> after) {

    /**
     * All differences, in the order of the first package.
     *
     * @param first the package before
     * @param second the package after
     * @param secrets whether keys, PINs and PUKs are shown
     */
    public static List<PackageDifference> between(ProfilePackage first, ProfilePackage second, boolean secrets) {
        List<PackageDifference> differences = new ArrayList<>();
        compare(named(first), named(second), secrets, differences);
        return differences;
    }

    private static Map<String, Node> named(ProfilePackage profile) {
        Map<String, Node> named = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (ProfileElement element : profile.elements()) {
            int number = counts.merge(element.type(), 1, Integer::sum);
            named.put(element.type() + (number == 1 ? "" : "(" + number + ")"), element.node());
        }
        return named;
    }

    private static Map<String, Node> named(String place, Node node) {
        boolean list = node.component()
                .map(Component::type)
                .filter(t -> t instanceof Type.ListOf)
                .isPresent();
        Map<String, Node> named = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Node child : node.children()) {
            int number = counts.merge(child.name(), 1, Integer::sum);
            if (list && child.name().isEmpty()) {
                named.put(place + "[" + (number - 1) + "]", child);
            } else {
                named.put(place + "." + child.name() + (number == 1 ? "" : "(" + number + ")"), child);
            }
        }
        return named;
    }

    private static void compare(
            Map<String, Node> first, Map<String, Node> second, boolean secrets, List<PackageDifference> differences) {
        first.forEach((place, before) -> {
            Node after = second.get(place);
            if (after == null) {
                differences.add(new PackageDifference(place, words(before, secrets), Optional.empty()));
            } else if (!Arrays.equals(before.encoded(), after.encoded())) {
                if (before.isPrimitive() || after.isPrimitive()) {
                    differences.add(new PackageDifference(place, words(before, secrets), words(after, secrets)));
                } else {
                    compare(named(place, before), named(place, after), secrets, differences);
                }
            }
        });
        second.forEach((place, after) -> {
            if (!first.containsKey(place)) {
                differences.add(new PackageDifference(place, Optional.empty(), words(after, secrets)));
            }
        });
    }

    private static Optional<String> words(Node node, boolean secrets) {
        return Optional.of(PackageText.value(node, secrets));
    }

    @Override
    public String toString() {
        if (before.isEmpty()) {
            return "+ " + place + " " + after.orElse("");
        }
        return after.isEmpty()
                ? "- " + place + " " + before.get()
                : "~ " + place + " " + before.get() + " -> " + after.get();
    }
}
