package org.mintline.rsp.profilepackage.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.schema.Node;

/** The parameters of the authentication algorithms (clause 8.5; TS 35.205, TS 35.231). */
final class AuthenticationRules {
    static final int MILENAGE = 1;
    static final int TUAK = 2;
    static final int TEST_ALGORITHM = 3;

    private AuthenticationRules() {}

    static void apply(Examination examination) {
        for (ProfileElement element : examination.elements()) {
            if (!element.type().equals("akaParameter")) {
                continue;
            }
            Optional<Node> parameter = element.node().at("algoConfiguration.algoParameter");
            parameter.ifPresent(p -> keys(examination, element, p));
            Optional<String> source =
                    Examination.hex(element.node(), "algoConfiguration.mappingParameter.mappingSource");
            if (source.isPresent() && !examination.applicationIdentifiers().contains(source.get())) {
                examination.error(
                        element.label(),
                        "adf-reference",
                        "takes the parameters of ADF " + source.get() + ", which is not there");
            }
        }
    }

    /** The lengths of the keys, in bytes, of all elements with that algorithm. */
    static Set<Integer> keyLengths(Examination examination, int algorithm) {
        return examination
                .profile()
                .all("akaParameter")
                .flatMap(e -> e.node().at("algoConfiguration.algoParameter").stream())
                .filter(p -> p.child("algorithmID")
                        .filter(a -> a.integer() == algorithm)
                        .isPresent())
                .map(p -> p.child("key").map(Node::length).orElse(0))
                .collect(Collectors.toSet());
    }

    private static void keys(Examination examination, ProfileElement element, Node parameter) {
        int algorithm = parameter.child("algorithmID").map(Node::integer).orElse(0);
        int key = parameter.child("key").map(Node::length).orElse(0);
        int operator = parameter.child("opc").map(Node::length).orElse(0);
        boolean fits =
                switch (algorithm) {
                    case MILENAGE -> key == 16 && operator == 16;
                    case TUAK -> (key == 16 || key == 32) && operator == 32;
                    case TEST_ALGORITHM -> key == 16;
                    default -> false;
                };
        if (!fits) {
            examination.error(
                    element.label(),
                    "algorithm-keys",
                    "has a key of " + key + " and an OPc or TOPc of " + operator + " bytes for algorithm " + algorithm);
        }
        if (algorithm == TUAK
                && parameter
                        .child("numberOfKeccak")
                        .filter(n -> n.integer() == 0)
                        .isPresent()) {
            examination.error(element.label(), "algorithm-keys", "has no iteration of Keccak");
        }
    }
}
