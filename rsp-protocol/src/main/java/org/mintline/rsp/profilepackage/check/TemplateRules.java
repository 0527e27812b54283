package org.mintline.rsp.profilepackage.check;

import java.util.Optional;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.schema.StructureTemplate;
import org.mintline.rsp.profilepackage.schema.StructureTemplates;

/** Every templateID is known and belongs to its profile element (clause 9). */
final class TemplateRules {
    private TemplateRules() {}

    static void apply(Examination examination) {
        for (ProfileElement element : examination.elements()) {
            Optional<String> id = element.templateId();
            if (id.isEmpty()) {
                continue;
            }
            Optional<StructureTemplate> template = StructureTemplates.byId(id.get());
            if (template.isEmpty()) {
                examination.error(element.label() + ": templateID", "template-known", id.get() + " is not known");
            } else if (!template.get().element().equals(element.type())) {
                examination.error(
                        element.label() + ": templateID",
                        "template-fits",
                        id.get() + " belongs to " + template.get().element());
            }
        }
    }
}
