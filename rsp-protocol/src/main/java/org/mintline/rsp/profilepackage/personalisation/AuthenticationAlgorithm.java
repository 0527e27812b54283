package org.mintline.rsp.profilepackage.personalisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.Node;

/** Makes a package fit for the keys of an authentication algorithm: its PE-AKAParameter, and the header's services. */
final class AuthenticationAlgorithm {
    private static final List<String> SERVICES = List.of("milenage", "tuak128", "tuak256", "usim-test-algorithm");

    private AuthenticationAlgorithm() {}

    /** The package with the algorithm, the lengths and the services that those keys need; the same if it has them. */
    static ProfilePackage prepare(ProfilePackage profile, AuthenticationKeys keys) {
        Map<Integer, ProfileElement> changed = new HashMap<>();
        for (int i = 0; i < profile.elements().size(); i++) {
            Node aka = profile.elements().get(i).node();
            Optional<Node> parameter =
                    aka.name().equals("akaParameter") ? aka.at("algoConfiguration.algoParameter") : Optional.empty();
            if (parameter.isPresent() && !isFit(parameter.get(), keys)) {
                changed.put(i, new ProfileElement(aka.replace(parameter.get(), fit(parameter.get(), keys))));
            }
        }
        if (changed.isEmpty()) {
            return profile;
        }
        for (int i = 0; i < profile.elements().size(); i++) {
            Node header = profile.elements().get(i).node();
            if (header.name().equals("header")) {
                changed.put(i, new ProfileElement(withService(header, keys.service())));
            }
        }
        return profile.with(changed);
    }

    private static boolean isFit(Node parameter, AuthenticationKeys keys) {
        int number = parameter.child("numberOfKeccak").map(Node::integer).orElse(1);
        boolean sameNumber = !(keys instanceof AuthenticationKeys.Tuak tuak) || tuak.numberOfKeccak() == number;
        return sameNumber
                && parameter
                        .child("algorithmID")
                        .filter(a -> a.integer() == keys.algorithmId())
                        .isPresent()
                && parameter
                        .child("key")
                        .filter(k -> k.length() == keys.key().length)
                        .isPresent()
                && parameter
                        .child("opc")
                        .filter(o -> o.length() == keys.operatorConstant().length)
                        .isPresent();
    }

    private static Node fit(Node parameter, AuthenticationKeys keys) {
        Node fit = parameter
                .withComponent(part(parameter, "algorithmID", Node.integerValue(keys.algorithmId())))
                .withComponent(part(parameter, "key", new byte[keys.key().length]))
                .withComponent(part(parameter, "opc", new byte[keys.operatorConstant().length]));
        return keys instanceof AuthenticationKeys.Tuak tuak
                ? fit.withComponent(part(parameter, "numberOfKeccak", Node.integerValue(tuak.numberOfKeccak())))
                : fit;
    }

    private static Node withService(Node header, String service) {
        Optional<Node> services = header.child("eUICC-Mandatory-services");
        if (services.isEmpty()) {
            return header;
        }
        Node kept = services.get()
                .withChildren(services.get().children().stream()
                        .filter(s -> !SERVICES.contains(s.name()) || s.name().equals(service))
                        .toList());
        return header.replace(services.get(), kept.withComponent(part(kept, service, new byte[0])));
    }

    private static Node part(Node parent, String name, byte[] value) {
        Component component = parent.component().flatMap(c -> c.component(name)).orElseThrow();
        return Node.of(component, value);
    }
}
