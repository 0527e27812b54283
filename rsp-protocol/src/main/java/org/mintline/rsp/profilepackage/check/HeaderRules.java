package org.mintline.rsp.profilepackage.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.FileTemplate.Structure;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.value.Digits;

/** The profile header against what the package holds (clause 8.2). */
final class HeaderRules {
    /** What a mandatory service needs in the package. */
    private static final Map<String, Predicate<Examination>> NEEDS = new LinkedHashMap<>();

    static {
        for (String naa : List.of("usim", "isim", "csim", "eap")) {
            NEEDS.put(naa, e -> has(e, naa) || naa.equals("usim") && has(e, "iot"));
        }
        NEEDS.put("gba-usim", e -> has(e, "usim"));
        NEEDS.put("gba-isim", e -> has(e, "isim"));
        NEEDS.put("multiple-usim", e -> e.profile().all("usim").count() > 1);
        NEEDS.put("multiple-isim", e -> e.profile().all("isim").count() > 1);
        NEEDS.put("multiple-csim", e -> e.profile().all("csim").count() > 1);
        NEEDS.put("milenage", e -> AuthenticationRules.keyLengths(e, AuthenticationRules.MILENAGE)
                .contains(16));
        NEEDS.put("tuak128", e -> AuthenticationRules.keyLengths(e, AuthenticationRules.TUAK)
                .contains(16));
        NEEDS.put("tuak256", e -> AuthenticationRules.keyLengths(e, AuthenticationRules.TUAK)
                .contains(32));
        NEEDS.put("usim-test-algorithm", e -> !AuthenticationRules.keyLengths(e, AuthenticationRules.TEST_ALGORITHM)
                .isEmpty());
        NEEDS.put("cave", e -> has(e, "cdmaParameter"));
        NEEDS.put("get-identity", e -> has(e, "usim") || has(e, "isim") || has(e, "iot"));
        NEEDS.put("profile-a-x25519", e -> has(e, "df-5gs") || has(e, "opt-iot"));
        NEEDS.put("profile-b-p256", e -> has(e, "df-5gs") || has(e, "opt-iot"));
        NEEDS.put("ber-tlv", e -> e.files().stream().anyMatch(HeaderRules::isBerTlv));
        NEEDS.put("dfLink", e -> e.files().stream().anyMatch(HeaderRules::isLinkedDirectory));
        NEEDS.put("cat-tp", e -> e.profile()
                .all("securityDomain")
                .anyMatch(s -> s.node().child("catTpParameters").isPresent()));
    }

    private HeaderRules() {}

    static void apply(Examination examination) {
        Optional<ProfileElement> header = examination.profile().first("header");
        if (header.isEmpty()) {
            return;
        }
        Node node = header.get().node();
        node.child("major-version")
                .filter(v -> v.integer() != 2 && v.integer() != 3)
                .ifPresent(v -> examination.warning(
                        "header: major-version", "version-known", "is " + v.integer() + "; known are 2 and 3"));
        services(examination, node);
        templates(examination, node);
        iccid(examination, node);
    }

    private static void services(Examination examination, Node header) {
        Set<String> mandatory = header.child("eUICC-Mandatory-services").map(Node::children).orElse(List.of()).stream()
                .map(Node::name)
                .collect(Collectors.toSet());
        NEEDS.forEach((service, need) -> {
            boolean used = need.test(examination);
            String place = "header: eUICC-Mandatory-services." + service;
            if (mandatory.contains(service) && !used) {
                if (Set.of("ber-tlv", "dfLink").contains(service)) {
                    examination.warning(place, "service-used", "is called for but not used");
                } else {
                    examination.error(place, "service-used", "is called for but not used");
                }
            }
            boolean certain =
                    !service.startsWith("gba") && !service.startsWith("get") && !service.startsWith("profile-");
            if (!mandatory.contains(service) && used && certain) {
                examination.warning(place, "service-listed", "is used but not called for");
            }
        });
        for (String profile : List.of("profile-a-x25519", "profile-b-p256")) {
            if (mandatory.contains(profile) && !mandatory.contains("get-identity")) {
                examination.error(
                        "header: eUICC-Mandatory-services." + profile,
                        "service-used",
                        "is called for without get-identity");
            }
        }
    }

    private static void templates(Examination examination, Node header) {
        Set<String> listed = header.child("eUICC-Mandatory-GFSTEList").map(Node::children).orElse(List.of()).stream()
                .map(n -> ObjectIdentifier.ofContent(n.value()).text())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = examination.elements().stream()
                .flatMap(e -> e.templateId().stream())
                .collect(Collectors.toSet());
        for (ProfileElement element : examination.elements()) {
            boolean mandated =
                    element.header().flatMap(h -> h.child("mandated")).isPresent();
            Optional<String> id = element.templateId();
            if (id.isPresent() && mandated && !listed.contains(id.get())) {
                examination.error(
                        element.label(),
                        "template-listed",
                        id.get() + " is not in the header's eUICC-Mandatory-GFSTEList");
            }
        }
        listed.removeAll(used);
        listed.forEach(id -> examination.warning(
                "header: eUICC-Mandatory-GFSTEList", "template-used", id + " is called for but not used"));
    }

    private static void iccid(Examination examination, Node header) {
        Optional<String> inHeader = header.child("iccid").map(n -> Digits.fromPacked(n.value()));
        if (inHeader.isEmpty()) {
            return;
        }
        if (!inHeader.get().matches("\\d{18,20}")) {
            examination.error("header: iccid", "iccid-digits", "is not 18 to 20 digits");
        } else if (!new Iccid(inHeader.get()).hasCheckDigit()) {
            examination.warning("header: iccid", "iccid-check-digit", "does not end with its check digit (Luhn)");
        }
        Optional<ProfileFile> file = examination.file("2FE2");
        Optional<byte[]> content = file.flatMap(ProfileFile::content);
        if (content.isPresent() && !Digits.fromSwapped(content.get()).equals(inHeader.get())) {
            examination.error(examination.place(file.get()), "iccid-equal", "is not the ICCID of the header");
        }
    }

    private static boolean has(Examination examination, String type) {
        return examination.profile().first(type).isPresent();
    }

    private static boolean isBerTlv(ProfileFile file) {
        return !file.isNotCreated()
                && file.structure().filter(s -> s == Structure.BER_TLV).isPresent();
    }

    private static boolean isLinkedDirectory(ProfileFile file) {
        return file.linkPath().isPresent()
                && file.structure().filter(Structure::isDirectory).isPresent();
    }
}
