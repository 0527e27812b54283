package org.mintline.users;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.audit.CurrentActor;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.tenancy.OperatorId;

/** Users in the database; each change is one transaction with its audit line. */
@Stateless
public class UsersBean implements Users {
    @PersistenceContext
    private EntityManager entities;

    private AuditTrail trail;
    private CurrentActor actor;
    private Clock clock;

    /** For the container. */
    protected UsersBean() {}

    /** Over the given parts. */
    @Inject
    UsersBean(AuditTrail trail, CurrentActor actor, Clock clock) {
        this(null, trail, actor, clock);
    }

    UsersBean(EntityManager entities, AuditTrail trail, CurrentActor actor, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public Optional<User> find(String name) {
        return row(name).map(ConsoleUserEntity::toUser);
    }

    @Override
    public List<User> list(Optional<OperatorId> operator, String after, int most) {
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1,000 users");
        }
        var query = entities.createQuery(
                "select u from ConsoleUserEntity u where u.name > :after"
                        + (operator.isPresent() ? " and u.operatorId = :operator" : "") + " order by u.name",
                ConsoleUserEntity.class);
        operator.ifPresent(one -> query.setParameter("operator", one.value()));
        return query.setParameter("after", after).setMaxResults(most).getResultList().stream()
                .map(ConsoleUserEntity::toUser)
                .toList();
    }

    @Override
    public User create(String name, Optional<OperatorId> operator, Set<Role> roles, char[] password) {
        if (!name.matches("[A-Za-z0-9._@-]{1,60}")) {
            throw new IllegalArgumentException("the name of a user has 1 to 60 letters, digits and . _ @ -");
        }
        if (row(name).isPresent()) {
            throw new IllegalArgumentException("there is a user " + name + " already");
        }
        checkRoles(operator, roles);
        ConsoleUserEntity user = new ConsoleUserEntity(name, operator, roles, hash(password), clock.instant());
        entities.persist(user);
        audit(user, "createUser", titles(roles));
        return user.toUser();
    }

    @Override
    public void changePassword(String name, char[] password) {
        ConsoleUserEntity user = existing(name);
        user.changePassword(hash(password), clock.instant());
        audit(user, "changePassword", "");
    }

    @Override
    public User changeRoles(String name, Set<Role> roles) {
        ConsoleUserEntity user = existing(name);
        checkRoles(user.operator(), roles);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            checkNotLastAdministrator(user);
        }
        user.changeRoles(roles);
        audit(user, "changeRoles", titles(roles));
        return user.toUser();
    }

    @Override
    public User changeEnabled(String name, boolean enabled) {
        ConsoleUserEntity user = existing(name);
        if (!enabled) {
            checkNotLastAdministrator(user);
        }
        user.changeEnabled(enabled);
        audit(user, enabled ? "enableUser" : "disableUser", "");
        return user.toUser();
    }

    private Optional<ConsoleUserEntity> row(String name) {
        return entities
                .createQuery("select u from ConsoleUserEntity u where u.name = :name", ConsoleUserEntity.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    private ConsoleUserEntity existing(String name) {
        return row(name).orElseThrow(() -> new IllegalArgumentException("there is no user " + name));
    }

    private static void checkRoles(Optional<OperatorId> operator, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a user has at least one role");
        }
        if (operator.isPresent() && roles.contains(Role.ADMINISTRATOR)) {
            throw new IllegalArgumentException("an operator's user is no administrator of the platform");
        }
        if (operator.isPresent() && roles.contains(Role.FACTORY)) {
            throw new IllegalArgumentException("who runs a factory is no user of one operator");
        }
    }

    private void checkNotLastAdministrator(ConsoleUserEntity user) {
        long administrators = entities.createQuery(
                        "select count(u) from ConsoleUserEntity u where u.operatorId is null and u.enabled = true"
                                + " and :role member of u.roles",
                        Long.class)
                .setParameter("role", Role.ADMINISTRATOR.title())
                .getSingleResult();
        if (user.isActiveAdministrator() && administrators == 1) {
            throw new IllegalArgumentException("this is the last administrator");
        }
    }

    private static PasswordHash hash(char[] password) {
        return PasswordHash.of(password, Cryptography.system().randomness());
    }

    private static String titles(Set<Role> roles) {
        return roles.stream().map(Role::title).sorted().collect(Collectors.joining(" "));
    }

    private void audit(ConsoleUserEntity user, String action, String detail) {
        trail.record(new AuditEvent(
                user.operator(), actor.name(), action, "user:" + user.toUser().name(), "done", detail));
    }
}
