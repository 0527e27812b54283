package org.mintline.users;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.tenancy.OperatorId;

/**
 * The users of the console.
 *
 * <p>Passwords have 12 characters or more, and at most 71 bytes in UTF-8; callers wipe the arrays. All functions but the lookups
 * throw {@link IllegalArgumentException} for a user that does not exist, and for what the rules forbid.
 */
public interface Users {
    /** The user of that name. */
    Optional<User> find(String name);

    /**
     * Users by name, page by page.
     *
     * @param operator only those of this operator; empty for all
     * @param after the last name of the page before; empty text for the first page
     * @param most how many at most, 1 to 1,000
     */
    List<User> list(Optional<OperatorId> operator, String after, int most);

    /**
     * Makes a user.
     *
     * @param name 1 to 60 letters, digits and {@code . _ @ -}; not in use yet
     * @param operator whose user it is; such a user is no administrator
     * @param roles one at least
     */
    User create(String name, Optional<OperatorId> operator, Set<Role> roles, char[] password);

    /** Gives a user another password. */
    void changePassword(String name, char[] password);

    /** Gives a user other roles. The last administrator stays one. */
    User changeRoles(String name, Set<Role> roles);

    /** Lets a user sign in, or no more. The last administrator stays enabled. */
    User changeEnabled(String name, boolean enabled);
}
