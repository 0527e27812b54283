package org.mintline.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is told of the server's own settings for sign-ins, for injection. */
@ApplicationScoped
public class UsersParts {
    @Produces
    @Singleton
    SignInLock signInLock() {
        return SignInLock.ofServer();
    }
}
