package org.mintline.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.cache.RecentlyUsed;
import org.mintline.rsp.crypto.Cryptography;

/**
 * Who signed in with which password during the last five minutes, so that a program that sends its password with each call does not
 * cost a slow hash with each call. The account itself is read each time: a changed password, and a user who is disabled or gone, count
 * at once, at every node.
 *
 * <p>Passwords are not kept, but their HMAC under a random key that lives as long as the process.
 */
@ApplicationScoped
public class RecentSignIns {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_LENGTH = 32;
    private static final int MOST = 1_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final RecentlyUsed<String, SignIn> signIns = new RecentlyUsed<>(MOST);
    private final SecretKeySpec key =
            new SecretKeySpec(Cryptography.system().randomness().octets(KEY_LENGTH), HMAC);

    private Users users;
    private Clock clock;

    /** For the container. */
    protected RecentSignIns() {}

    /** Over the given parts. */
    @Inject
    public RecentSignIns(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    private record SignIn(byte[] password, Instant passwordChangedAt, Instant until) {}

    /** The user as it is now, if it signed in with that password a short while ago. */
    public Optional<User> find(String name, String password) {
        return signIns.find(name)
                .filter(signIn -> clock.instant().isBefore(signIn.until()))
                .filter(signIn -> MessageDigest.isEqual(signIn.password(), code(name, password)))
                .flatMap(signIn -> users.find(name).filter(User::enabled).filter(user -> user.passwordChangedAt()
                        .equals(signIn.passwordChangedAt())));
    }

    /**
     * Signs a user in by its password and remembers it.
     *
     * @param check throws if the password is not that of the user
     */
    public <E extends Exception> void signIn(String name, String password, Check<E> check) throws E {
        Optional<User> before = users.find(name);
        check.run();
        before.ifPresent(user -> signIns.put(
                name,
                new SignIn(
                        code(name, password),
                        user.passwordChangedAt(),
                        clock.instant().plus(KEPT_FOR))));
    }

    /** Checks a password the slow way. */
    @FunctionalInterface
    public interface Check<E extends Exception> {
        /** Throws if the password is not that of the user. */
        void run() throws E;
    }

    private byte[] code(String name, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** Shows nothing of what it remembers. */
    @Override
    public String toString() {
        return "recent sign-ins";
    }
}
