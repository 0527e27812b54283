package org.mintline.rsp.profilepackage.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.ProfileSchema;
import org.mintline.rsp.profilepackage.schema.StructureTemplate;
import org.mintline.rsp.profilepackage.schema.StructureTemplates;
import org.mintline.rsp.profilepackage.schema.Type;
import org.mintline.rsp.tlv.DecodeException;

/** Compiles a profile template into a profile package. */
public final class TemplateCompiler {
    private static final String FORMAT = "mintline-profile-template/1";
    private static final String GFSTE_LIST = "eUICC-Mandatory-GFSTEList";

    private final Set<String> templateIds = new LinkedHashSet<>();
    private int identification;

    private TemplateCompiler() {}

    /**
     * Compiles a template.
     *
     * @param yaml the template, at most 256 K characters
     * @return the package; not yet checked
     * @throws TemplateException if the template is not one; names the line
     */
    public static ProfilePackage compile(String yaml) {
        Notation root = Notation.read(yaml);
        root.requireKeys(Set.of("format", "name", "elements"));
        if (!root.require("format").word().equals(FORMAT)) {
            throw root.require("format").error("the format is '" + FORMAT + "'");
        }
        return new TemplateCompiler().elements(root.require("elements"));
    }

    private ProfilePackage elements(Notation list) {
        List<ProfileElement> elements = new ArrayList<>();
        for (Notation entry : list.list()) {
            Map.Entry<String, Notation> named = entry.only();
            Component component = ProfileSchema.element(named.getKey())
                    .orElseThrow(() -> entry.error("there is no profile element '" + named.getKey() + "'"));
            elements.add(new ProfileElement(element(component, named.getValue())));
        }
        for (int i = 0; i < elements.size(); i++) {
            Node header = elements.get(i).node();
            if (header.name().equals("header") && header.child(GFSTE_LIST).isEmpty()) {
                elements.set(i, new ProfileElement(withTemplates(header)));
            }
        }
        return reread(list, new ProfilePackage(elements));
    }

    /** What was compiled keeps to the schema only if it can be decoded. */
    private static ProfilePackage reread(Notation list, ProfilePackage compiled) {
        try {
            return ProfilePackage.decode(compiled.encoded());
        } catch (DecodeException e) {
            throw list.error(e.element() + " " + e.reason());
        }
    }

    private Node withTemplates(Node header) {
        Component list =
                header.component().flatMap(c -> c.component(GFSTE_LIST)).orElseThrow();
        Component identifier = ((Type.ListOf) list.type()).element();
        return header.withComponent(Node.of(
                list,
                templateIds.stream()
                        .map(id -> Node.of(identifier, new ObjectIdentifier(id).content()))
                        .toList()));
    }

    private Node element(Component element, Notation body) {
        Type.Sequence sequence = (Type.Sequence) element.type();
        Map<String, Notation> given = body.isList() ? Map.of(onlyComponent(sequence, body), body) : body.mapping();
        Optional<StructureTemplate> template = template(sequence, element.name(), given);
        NodeBuilder builder = new NodeBuilder(template);
        List<Node> parts = new ArrayList<>();
        for (Component component : sequence.components()) {
            Optional<Notation> value = Optional.ofNullable(given.get(component.name()));
            if (component.type() instanceof Type.Sequence s && s.name().equals("PEHeader")) {
                parts.add(header(component, given.get("mandated")));
            } else if (component.name().equals("templateID") && template.isPresent()) {
                templateIds.add(template.get().id());
                parts.add(Node.of(component, new ObjectIdentifier(template.get().id()).content()));
            } else if (component.name().equals("fileManagementCMD") && given.containsKey("files")) {
                parts.add(builder.managedFiles(component, given.get("files")));
            } else if (value.isPresent()) {
                parts.add(builder.build(component, value.get()));
            }
        }
        requireKnown(sequence, given);
        return Node.of(element, parts);
    }

    private static void requireKnown(Type.Sequence sequence, Map<String, Notation> given) {
        given.forEach((key, value) -> {
            boolean known =
                    sequence.components().stream().anyMatch(c -> c.name().equals(key));
            boolean files = key.equals("files") && sequence.name().equals("PE-GenericFileManagement");
            if (!known && !files && !key.equals("mandated")) {
                throw value.error("'" + key + "' is no component of " + sequence.name());
            }
        });
    }

    private static String onlyComponent(Type.Sequence sequence, Notation body) {
        List<Component> candidates = sequence.components().stream()
                .filter(c -> c.type() instanceof Type.ListOf || c.type() instanceof Type.Choice)
                .toList();
        if (candidates.size() != 1) {
            throw body.error("the components of " + sequence.name() + " must be named");
        }
        return candidates.get(0).name();
    }

    private Node header(Component header, Notation mandated) {
        List<Node> parts = new ArrayList<>();
        if (mandated == null || !mandated.word().equals("no")) {
            parts.add(Node.of(header.component("mandated").orElseThrow(), new byte[0]));
        }
        identification++;
        parts.add(Node.of(header.component("identification").orElseThrow(), Node.integerValue(identification)));
        return Node.of(header, parts);
    }

    private static Optional<StructureTemplate> template(
            Type.Sequence sequence, String element, Map<String, Notation> given) {
        if (sequence.components().stream().noneMatch(c -> c.name().equals("templateID"))) {
            return Optional.empty();
        }
        Notation written = given.get("templateID");
        if (written == null) {
            return StructureTemplates.of(element).stream().findFirst();
        }
        return Optional.of(StructureTemplates.byId(written.word())
                .orElseThrow(() -> written.error("the templateID " + written.word() + " is not known")));
    }
}
