package org.mintline.users;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.tenancy.OperatorId;

/**
 * A row of {@code console_user} with its rows of {@code console_user_role}. Elytron's JDBC realm signs users in by
 *
 * <pre>{@code
 * SELECT password_hash, password_salt, password_iterations FROM console_user WHERE name = ? AND enabled = TRUE
 *     bcrypt-mapper={password-index=1, salt-index=2, iteration-count-index=3, hash-encoding=base64, salt-encoding=base64}
 * SELECT r.role FROM console_user_role r JOIN console_user u ON u.id = r.console_user_id
 *     WHERE u.name = ? AND u.enabled = TRUE
 *     attribute-mapping=[{index=1, to=roles}]
 * }</pre>
 */
@Entity
@Table(name = "console_user")
class ConsoleUserEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "console_user_seq")
    @SequenceGenerator(name = "console_user_seq", sequenceName = "console_user_seq", allocationSize = 50)
    private Long id;

    private String name;
    private Long operatorId;
    private String passwordHash;
    private String passwordSalt;
    private int passwordIterations;
    private boolean enabled;
    private Instant createdAt;
    private Instant passwordChangedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "console_user_role", joinColumns = @JoinColumn(name = "console_user_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    @Version
    private int version;

    protected ConsoleUserEntity() {}

    ConsoleUserEntity(
            String name, Optional<OperatorId> operator, Set<Role> roles, PasswordHash password, Instant createdAt) {
        this.name = name;
        this.operatorId = operator.map(OperatorId::value).orElse(null);
        this.enabled = true;
        this.createdAt = createdAt;
        changeRoles(roles);
        changePassword(password, createdAt);
    }

    final void changePassword(PasswordHash password, Instant at) {
        passwordHash = password.hash();
        passwordSalt = password.salt();
        passwordIterations = password.iterations();
        passwordChangedAt = at;
    }

    final void changeRoles(Set<Role> given) {
        roles.clear();
        given.forEach(role -> roles.add(role.title()));
    }

    void changeEnabled(boolean may) {
        enabled = may;
    }

    Optional<OperatorId> operator() {
        return Optional.ofNullable(operatorId).map(OperatorId::new);
    }

    boolean isActiveAdministrator() {
        return enabled && roles.contains(Role.ADMINISTRATOR.title());
    }

    User toUser() {
        return new User(
                name,
                operator(),
                roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet()),
                enabled,
                passwordChangedAt);
    }
}
