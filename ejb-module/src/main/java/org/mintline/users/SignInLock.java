package org.mintline.users;

import java.time.Duration;

/**
 * What the server does about guessed passwords: Elytron counts the wrong ones of a name since its last right one, at this node, and
 * refuses the name when they are too many, even with the right password. A try while it is refused begins the time anew.
 *
 * @param tries how many wrong passwords lock a name
 * @param lockedFor how long after the last try, in whole minutes
 */
public record SignInLock(int tries, Duration lockedFor) {
    private static final String REALM = "wildfly.elytron.realm.console-users.brute-force.";

    /**
     * As the server's configuration tells Elytron: {@code wildfly-config/cli/security.cli}.
     *
     * @throws IllegalStateException if the server was configured by something else
     */
    static SignInLock ofServer() {
        return new SignInLock(number("max-failed-attempts"), Duration.ofMinutes(number("lockout-interval")));
    }

    private static int number(String name) {
        Integer value = Integer.getInteger(REALM + name);
        if (value == null || value < 1) {
            throw new IllegalStateException(REALM + name + " must be a number above 0");
        }
        return value;
    }
}
