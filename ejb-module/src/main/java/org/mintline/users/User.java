package org.mintline.users;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mintline.tenancy.OperatorId;

/**
 * A user of the console.
 *
 * @param name by which it signs in, 1 to 60 characters
 * @param operator whose user it is, and whose affairs alone it sees; empty for the platform's own staff
 * @param roles what it may do
 * @param enabled whether it may sign in
 * @param passwordChangedAt since when it has its password
 */
public record User(
        String name, Optional<OperatorId> operator, Set<Role> roles, boolean enabled, Instant passwordChangedAt) {}
