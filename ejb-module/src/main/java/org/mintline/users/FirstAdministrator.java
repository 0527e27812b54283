package org.mintline.users;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.SecretReference;
import org.mintline.keys.Secrets;

/** Makes the user {@value #NAME} when the server starts and there is no user at all, if the configuration names a password for it. */
@Startup
@Singleton
@DependsOn("KeysAtStart")
public class FirstAdministrator {
    /** By which name the first administrator signs in. */
    static final String NAME = "administrator";

    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private Secrets secrets;

    @Inject
    private Users users;

    @PostConstruct
    void create() {
        Optional<SecretReference> reference = configuration.console().administratorPassword();
        if (reference.isEmpty() || !users.list(Optional.empty(), "", 1).isEmpty()) {
            return;
        }
        char[] password = secrets.read(reference.get());
        try {
            users.create(NAME, Optional.empty(), Set.of(Role.ADMINISTRATOR), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
