package org.mintline.rsp.profilepackage.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.schema.Node;

/** Security domains, remote file management and applications (clauses 8.6 to 8.8). */
final class ApplicationRules {
    private static final String AES = "88";

    private ApplicationRules() {}

    static void apply(Examination examination) {
        if (examination.profile().first("securityDomain").isEmpty()) {
            examination.warning(
                    "package", "security-domain-present", "has no security domain of the operator (MNO-SD)");
        }
        Set<String> securityDomains = new HashSet<>();
        Set<String> instances = new HashSet<>();
        for (ProfileElement element : examination.elements()) {
            switch (element.type()) {
                case "securityDomain" -> {
                    element.node()
                            .child("instance")
                            .ifPresent(i -> instance(examination, element, i, securityDomains, instances));
                    Examination.hex(element.node(), "instance.instanceAID").ifPresent(securityDomains::add);
                    keys(examination, element);
                }
                case "rfm" -> rfm(examination, element, securityDomains, instances);
                case "application" -> {
                    reference(examination, element, "loadBlock.securityDomainAID", securityDomains);
                    element.node()
                            .child("instanceList")
                            .map(Node::children)
                            .orElse(List.of())
                            .forEach(i -> instance(examination, element, i, securityDomains, instances));
                }
                default -> {
                    // the other elements name no application
                }
            }
        }
    }

    private static void instance(
            Examination examination,
            ProfileElement element,
            Node instance,
            Set<String> securityDomains,
            Set<String> instances) {
        Optional<String> domain = Examination.hex(instance, "extraditeSecurityDomainAID");
        if (domain.isPresent() && !securityDomains.contains(domain.get())) {
            examination.error(
                    element.label(),
                    "security-domain-reference",
                    "names security domain " + domain.get() + ", which is not there");
        }
        uniqueInstance(examination, element, Examination.hex(instance, "instanceAID"), instances);
    }

    private static void rfm(
            Examination examination, ProfileElement element, Set<String> securityDomains, Set<String> instances) {
        reference(examination, element, "securityDomainAID", securityDomains);
        if (securityDomains.isEmpty()) {
            examination.error(element.label(), "element-order", "stands before, or without, a security domain");
        }
        Optional<String> adf = Examination.hex(element.node(), "adfRFMAccess.adfAID");
        if (adf.isPresent() && !examination.applicationIdentifiers().contains(adf.get())) {
            examination.error(
                    element.label(), "adf-reference", "gives access to ADF " + adf.get() + ", which is not there");
        }
        uniqueInstance(examination, element, Examination.hex(element.node(), "instanceAID"), instances);
    }

    private static void reference(
            Examination examination, ProfileElement element, String path, Set<String> securityDomains) {
        Optional<String> domain = Examination.hex(element.node(), path);
        if (domain.isPresent() && !securityDomains.contains(domain.get())) {
            examination.error(
                    element.label(),
                    "security-domain-reference",
                    "names security domain " + domain.get() + ", which is not there");
        }
    }

    private static void uniqueInstance(
            Examination examination, ProfileElement element, Optional<String> identifier, Set<String> instances) {
        if (identifier.isPresent() && !instances.add(identifier.get())) {
            examination.error(element.label(), "instance-unique", "has the instance AID of another element");
        }
    }

    private static void keys(Examination examination, ProfileElement element) {
        Set<String> seen = new HashSet<>();
        for (Node key : element.node().child("keyList").map(Node::children).orElse(List.of())) {
            String name = "key " + Examination.hex(key, "keyVersionNumber").orElse("?") + "/"
                    + Examination.hex(key, "keyIdentifier").orElse("?");
            if (!seen.add(name)) {
                examination.error(element.label(), "key-unique", "has " + name + " more than once");
            }
            for (Node component : key.child("keyComponents").map(Node::children).orElse(List.of())) {
                int length = component.child("keyData").map(Node::length).orElse(0);
                boolean aes = Examination.hex(component, "keyType")
                        .filter(AES::equals)
                        .isPresent();
                if (length == 0 || aes && length != 16 && length != 24 && length != 32) {
                    examination.error(element.label(), "key-length", name + " has " + length + " bytes");
                }
            }
        }
    }
}
