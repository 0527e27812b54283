package org.mintline.rsp.profilepackage.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.file.FileSystem;
import org.mintline.rsp.profilepackage.schema.Node;

/** PINs and PUKs (clause 8.4). */
final class CodeRules {
    private CodeRules() {}

    static void apply(Examination examination) {
        Set<Integer> pukReferences = new HashSet<>();
        for (ProfileElement element : examination.elements()) {
            if (element.type().equals("pukCodes")) {
                unique(examination, element, "pukCodes");
                list(element, "pukCodes")
                        .forEach(c -> c.child("keyReference").ifPresent(r -> pukReferences.add(r.integer())));
            } else if (element.type().equals("pinCodes")) {
                unique(examination, element, "pinCodes.pinconfig");
                pins(examination, element, pukReferences);
            }
        }
    }

    private static void pins(Examination examination, ProfileElement element, Set<Integer> pukReferences) {
        for (Node code : list(element, "pinCodes.pinconfig")) {
            Optional<Node> reference = code.child("unblockingPINReference");
            if (reference.isPresent() && !pukReferences.contains(reference.get().integer())) {
                examination.error(
                        element.label(),
                        "puk-reference",
                        "refers to PUK " + reference.get().integer() + ", which is not there");
            }
        }
        element.node()
                .at("pinCodes.filePath")
                .map(n -> FileSystem.path(n.value()))
                .filter(path -> !examination.exists(path))
                .ifPresent(path -> examination.error(
                        element.label(), "file-path", "shares the PINs of " + path + ", which is not there"));
    }

    private static void unique(Examination examination, ProfileElement element, String list) {
        Set<Integer> seen = new HashSet<>();
        for (Node code : list(element, list)) {
            code.child("keyReference")
                    .filter(r -> !seen.add(r.integer()))
                    .ifPresent(r -> examination.error(
                            element.label(),
                            "key-reference-unique",
                            "has key reference " + r.integer() + " more than once"));
        }
    }

    private static List<Node> list(ProfileElement element, String path) {
        return element.node().at(path).map(Node::children).orElse(List.of());
    }
}
