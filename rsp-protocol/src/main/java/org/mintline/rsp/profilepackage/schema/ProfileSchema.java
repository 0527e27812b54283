package org.mintline.rsp.profilepackage.schema;

import java.util.List;
import java.util.Optional;

/**
 * The schema of the interoperable profile package, read once from {@code profile-elements.schema}.
 *
 * <p>Source: PEDefinitions 3.3.1 (Trusted Connectivity Alliance); as components are only ever added, it holds for
 * packages from version 2.1 on.
 */
public final class ProfileSchema {
    private static final Component PROFILE_ELEMENT = load();

    private ProfileSchema() {}

    /** The choice {@code ProfileElement}. */
    public static Component profileElement() {
        return PROFILE_ELEMENT;
    }

    /** All profile elements, in the order of the standard. */
    public static List<Component> elements() {
        return ((Type.Choice) PROFILE_ELEMENT.type()).alternatives();
    }

    /**
     * The profile element of that name.
     *
     * @param name as in the standard, for instance {@code opt-usim}
     */
    public static Optional<Component> element(String name) {
        return PROFILE_ELEMENT.component(name);
    }

    private static Component load() {
        Type type = new SchemaReader(SchemaResource.lines("profile-elements.schema")).type("ProfileElement");
        return new Component("ProfileElement", 0, false, type, "", false, null);
    }
}
