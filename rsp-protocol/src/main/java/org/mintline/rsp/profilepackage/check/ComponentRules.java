package org.mintline.rsp.profilepackage.check;

import java.util.List;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.schema.Component;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.schema.Type;

/** Every component that the schema calls for is there (PEDefinitions). */
final class ComponentRules {
    private ComponentRules() {}

    static void apply(Examination examination) {
        for (ProfileElement element : examination.elements()) {
            examine(examination, element.label(), "", element.node());
        }
    }

    private static void examine(Examination examination, String element, String path, Node node) {
        if (node.isPrimitive()) {
            return;
        }
        Type type = node.component().orElseThrow().type();
        if (type instanceof Type.Sequence sequence) {
            for (Component component : sequence.components()) {
                if (!component.optional() && node.child(component.name()).isEmpty()) {
                    examination.error(element + ": " + join(path, component.name()), "component-present", "is missing");
                }
            }
        }
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            String childPath = child.name().isEmpty() ? path + "[" + i + "]" : join(path, child.name());
            if (child.component().isEmpty()) {
                examination.warning(element + ": " + childPath, "component-known", "is not known to version 3.3.1");
            }
            examine(examination, element, childPath, child);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
