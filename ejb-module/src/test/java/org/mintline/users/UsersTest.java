package org.mintline.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Security;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mintline.audit.AuditLine;
import org.mintline.audit.AuditSearch;
import org.mintline.audit.CurrentActor;
import org.mintline.audit.TestAudit;
import org.mintline.tenancy.OperatorId;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.SampleOperators;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.jdbc.JdbcSecurityRealm;
import org.wildfly.security.auth.realm.jdbc.mapper.AttributeMapper;
import org.wildfly.security.auth.realm.jdbc.mapper.PasswordKeyMapper;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.spec.Encoding;

class UsersTest {
    private static final char[] PASSWORD = "Łódź and a horse".toCharArray();
    private static final WildFlyElytronPasswordProvider ELYTRON = WildFlyElytronPasswordProvider.getInstance();

    private final TestClock clock = new TestClock();

    @BeforeAll
    static void elytron_hashes_passwords() {
        Security.addProvider(ELYTRON);
    }

    @AfterAll
    static void elytron_is_gone() {
        Security.removeProvider(ELYTRON.getName());
    }

    private Users users(TestDatabase database) {
        CurrentActor administrator = new CurrentActor() {
            @Override
            public String name() {
                return "console:administrator";
            }
        };
        return new UsersBean(database.entityManager(), new TestAudit(database, clock).trail(), administrator, clock);
    }

    /** As wildfly-config/cli/security.cli sets it up. */
    private static RealmIdentity signingIn(TestDatabase database, String name) throws Exception {
        JdbcSecurityRealm realm = JdbcSecurityRealm.builder()
                .principalQuery("SELECT password_hash, password_salt, password_iterations FROM console_user"
                        + " WHERE name = ? AND enabled = TRUE")
                .withMapper(PasswordKeyMapper.builder()
                        .setDefaultAlgorithm("bcrypt")
                        .setHashColumn(1)
                        .setSaltColumn(2)
                        .setIterationCountColumn(3)
                        .setHashEncoding(Encoding.BASE64)
                        .setSaltEncoding(Encoding.BASE64)
                        .build())
                .from(database.dataSource())
                .principalQuery("SELECT r.role FROM console_user_role r JOIN console_user u ON u.id = r.console_user_id"
                        + " WHERE u.name = ? AND u.enabled = TRUE")
                .withMapper(new AttributeMapper(1, "roles"))
                .from(database.dataSource())
                .build();
        return realm.getRealmIdentity(new NamePrincipal(name));
    }

    private static boolean accepts(TestDatabase database, String name, char[] password) throws Exception {
        RealmIdentity identity = signingIn(database, name);
        return identity.exists() && identity.verifyEvidence(new PasswordGuessEvidence(password.clone()));
    }

    @OnEveryDatabase
    void the_servers_realm_signs_a_user_in_and_knows_all_its_roles(TestDatabase database) throws Exception {
        Users users = users(database);
        database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.OPERATOR, Role.AUDITOR), PASSWORD));

        assertThat(accepts(database, "ada", PASSWORD)).isTrue();
        assertThat(accepts(database, "ada", "another password".toCharArray())).isFalse();
        assertThat(accepts(database, "bob", PASSWORD)).isFalse();
        assertThat(signingIn(database, "ada")
                        .getAuthorizationIdentity()
                        .getAttributes()
                        .get("roles"))
                .containsExactlyInAnyOrder("operator", "auditor");
    }

    @OnEveryDatabase
    void a_changed_password_and_a_disabled_user_take_effect(TestDatabase database) throws Exception {
        Users users = users(database);
        database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.OPERATOR), PASSWORD));
        char[] next = "a longer password".toCharArray();

        database.run(() -> users.changePassword("ada", next));
        assertThat(accepts(database, "ada", PASSWORD)).isFalse();
        assertThat(accepts(database, "ada", next)).isTrue();

        database.run(() -> users.changeEnabled("ada", false));
        assertThat(accepts(database, "ada", next)).isFalse();
        assertThat(database.call(() -> users.find("ada")))
                .hasValueSatisfying(user -> assertThat(user.enabled()).isFalse());
    }

    @OnEveryDatabase
    void the_last_administrator_stays(TestDatabase database) {
        Users users = users(database);
        database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.ADMINISTRATOR), PASSWORD));

        assertThatThrownBy(() -> database.run(() -> users.changeEnabled("ada", false)))
                .hasMessageContaining("last administrator");
        assertThatThrownBy(() -> database.run(() -> users.changeRoles("ada", Set.of(Role.AUDITOR))))
                .hasMessageContaining("last administrator");

        database.run(() -> users.create("grace", Optional.empty(), Set.of(Role.ADMINISTRATOR), PASSWORD));
        assertThat(database.call(
                        () -> users.changeRoles("ada", Set.of(Role.AUDITOR)).roles()))
                .containsExactly(Role.AUDITOR);
    }

    @OnEveryDatabase
    void an_operators_user_is_listed_with_it_and_is_no_administrator(TestDatabase database) {
        OperatorId salish = SampleOperators.operator(database, "Salish");
        Users users = users(database);
        database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.AUDITOR), PASSWORD));
        database.run(() -> users.create("sal", Optional.of(salish), Set.of(Role.OPERATOR), PASSWORD));

        assertThat(database.call(() -> users.list(Optional.of(salish), "", 10)))
                .extracting(User::name)
                .containsExactly("sal");
        assertThat(database.call(() -> users.list(Optional.empty(), "ada", 10)))
                .extracting(User::name)
                .containsExactly("sal");
        assertThatThrownBy(() -> database.run(() -> users.changeRoles("sal", Set.of(Role.ADMINISTRATOR))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @OnEveryDatabase
    void names_and_passwords_follow_the_rules(TestDatabase database) {
        Users users = users(database);
        for (String password : new String[] {"too short", "x".repeat(72), "with\u0000zero bytes"}) {
            assertThatThrownBy(() -> database.run(
                            () -> users.create("ada", Optional.empty(), Set.of(Role.AUDITOR), password.toCharArray())))
                    .hasMessageContaining("a password has");
        }
        assertThatThrownBy(() -> database.run(
                        () -> users.create("ada lovelace", Optional.empty(), Set.of(Role.AUDITOR), PASSWORD)))
                .hasMessageContaining("name of a user");
        database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.AUDITOR), PASSWORD));
        assertThatThrownBy(
                        () -> database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.AUDITOR), PASSWORD)))
                .hasMessageContaining("already");
    }

    @OnEveryDatabase
    void each_change_is_in_the_audit_trail(TestDatabase database) {
        Users users = users(database);
        database.run(() -> users.create("ada", Optional.empty(), Set.of(Role.AUDITOR), PASSWORD));
        clock.advance(java.time.Duration.ofSeconds(1));
        database.run(() -> users.changePassword("ada", "another password".toCharArray()));

        assertThat(database.call(() -> new TestAudit(database, clock)
                        .search()
                        .find(AuditSearch.Query.about("user:ada"), Optional.empty(), 10)))
                .extracting(AuditLine::event)
                .extracting(event -> event.actor() + " " + event.action() + " " + event.detail())
                .containsExactly("console:administrator changePassword ", "console:administrator createUser auditor");
    }
}
