package org.mintline.web.console;

import java.util.Set;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.Mode;
import org.mintline.configuration.ServerRole;

/** Servers of some roles, as the console knows them. */
final class Servers {
    private Servers() {}

    /** The rooms of a server of these roles for a user. */
    static Navigation of(ConsoleUser user, ServerRole... roles) {
        return new Navigation(
                user,
                new MintlineConfiguration(Mode.DEVELOPMENT, Set.of(roles), null, null, null, null, null, null, null));
    }
}
