package org.mintline.rsp.profilepackage.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.schema.StructureTemplate;
import org.mintline.rsp.profilepackage.schema.StructureTemplates;

/** How many profile elements there are, in which order, and their identification (clauses 8.1 and 8.2). */
final class OrderRules {
    private static final List<String> ONCE = List.of("header", "end", "mf", "telecom", "cd", "iot", "opt-iot");
    private static final List<String> NAA = List.of("usim", "isim", "csim", "iot");

    private OrderRules() {}

    static void apply(Examination examination) {
        ends(examination);
        counts(examination);
        identifications(examination);
        parents(examination);
        codes(examination);
    }

    private static void ends(Examination examination) {
        List<ProfileElement> elements = examination.elements();
        if (!elements.get(0).type().equals("header")) {
            examination.error("package", "header-first", "begins with " + elements.get(0) + ", not with the header");
        }
        ProfileElement last = elements.get(elements.size() - 1);
        if (!last.type().equals("end")) {
            examination.error("package", "end-last", "ends with " + last + ", not with the end");
        }
        if (elements.stream().noneMatch(e -> e.type().equals("mf") || e.type().equals("iot"))) {
            examination.warning("package", "mf-present", "has no mf: PE-GenericFileManagement has to make it");
        }
    }

    private static void counts(Examination examination) {
        Map<String, Integer> counts = new HashMap<>();
        examination.elements().forEach(e -> counts.merge(e.type(), 1, Integer::sum));
        for (String type : ONCE) {
            if (counts.getOrDefault(type, 0) > 1) {
                examination.error(type, "element-once", "stands " + counts.get(type) + " times");
            }
        }
        examination.elements().stream()
                .filter(e -> e.node().component().isEmpty())
                .forEach(e -> examination.warning(e.label(), "element-known", "is not known to version 3.3.1"));
    }

    private static void identifications(Examination examination) {
        Set<Integer> seen = new HashSet<>();
        for (ProfileElement element : examination.elements()) {
            OptionalInt identification = element.identification();
            if (identification.isPresent() && !seen.add(identification.getAsInt())) {
                examination.error(
                        element.label(), "identification-unique", "has the identification of another element");
            }
        }
    }

    private static void parents(Examination examination) {
        Set<String> before = new HashSet<>();
        for (ProfileElement element : examination.elements()) {
            Optional<String> parent =
                    StructureTemplates.of(element.type()).stream().findFirst().flatMap(StructureTemplate::parent);
            boolean madeOtherwise = parent.filter("mf"::equals).isPresent()
                    && !examination.profile().first("mf").isPresent();
            if (parent.isPresent() && !before.contains(parent.get()) && !madeOtherwise) {
                examination.error(element.label(), "element-order", "stands before, or without, " + parent.get());
            }
            if (element.type().equals("akaParameter") && NAA.stream().noneMatch(before::contains)) {
                examination.error(element.label(), "element-order", "stands before, or without, usim or isim");
            }
            before.add(element.type());
        }
    }

    private static void codes(Examination examination) {
        boolean pin = false;
        for (ProfileElement element : examination.elements()) {
            if (element.type().equals("pukCodes") && pin) {
                examination.error(element.label(), "element-order", "stands after the pinCodes that refer to it");
            }
            pin |= element.type().equals("pinCodes");
        }
    }
}
