package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mintline.users.SignInLock;

/** Where a user signs in. */
@Named
@RequestScoped
public class SignInPage {
    private SignInLock lock;

    /** For the container's proxy. */
    protected SignInPage() {}

    /**
     * @param lock is told to whom gives a wrong password
     */
    @Inject
    public SignInPage(SignInLock lock) {
        this.lock = lock;
    }

    /** What locks a name; told after each wrong try, whether or not there is such a user, and whether or not it is locked. */
    public String getLock() {
        return Texts.of("sign-in.lock", lock.tries(), lock.lockedFor().toMinutes());
    }
}
