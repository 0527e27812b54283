package org.mintline.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.CurrentActor;
import org.mintline.audit.TestAudit;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestClock;
import org.mintline.testing.TestDatabase;

class RecentSignInsTest {
    private static final String PASSWORD = "twelve letters";
    private static final RecentSignIns.Check<RuntimeException> ACCEPTED = () -> {};

    private final TestClock clock = new TestClock();

    private Users usersWithAda(TestDatabase database) {
        CurrentActor administrator = new CurrentActor() {
            @Override
            public String name() {
                return "console:administrator";
            }
        };
        Users users =
                new UsersBean(database.entityManager(), new TestAudit(database, clock).trail(), administrator, clock);
        database.run(() -> users.create(
                "ada", Optional.empty(), Set.of(Role.ADMINISTRATOR, Role.AUDITOR), PASSWORD.toCharArray()));
        database.run(() -> users.create("grace", Optional.empty(), Set.of(Role.ADMINISTRATOR), PASSWORD.toCharArray()));
        return users;
    }

    private static Optional<User> find(TestDatabase database, RecentSignIns signIns, String password) {
        return database.call(() -> signIns.find("ada", password));
    }

    @OnEveryDatabase
    void who_signed_in_is_known_by_the_same_password_for_five_minutes(TestDatabase database) {
        RecentSignIns signIns = new RecentSignIns(usersWithAda(database), clock);
        assertThat(find(database, signIns, PASSWORD)).isEmpty();

        database.run(() -> signIns.signIn("ada", PASSWORD, ACCEPTED));

        assertThat(find(database, signIns, PASSWORD)).map(User::name).contains("ada");
        assertThat(find(database, signIns, PASSWORD + "!")).isEmpty();
        assertThat(database.call(() -> signIns.find("grace", PASSWORD))).isEmpty();
        clock.advance(Duration.ofMinutes(5));
        assertThat(find(database, signIns, PASSWORD)).isEmpty();
    }

    @OnEveryDatabase
    void a_password_that_was_refused_is_not_remembered(TestDatabase database) {
        RecentSignIns signIns = new RecentSignIns(usersWithAda(database), clock);

        assertThatThrownBy(() -> database.run(() -> signIns.signIn("ada", "a wrong password", () -> {
                    throw new IllegalArgumentException("refused");
                })))
                .hasMessage("refused");

        assertThat(find(database, signIns, "a wrong password")).isEmpty();
    }

    @OnEveryDatabase
    void a_changed_password_counts_at_once(TestDatabase database) {
        Users users = usersWithAda(database);
        RecentSignIns signIns = new RecentSignIns(users, clock);
        database.run(() -> signIns.signIn("ada", PASSWORD, ACCEPTED));

        clock.advance(Duration.ofSeconds(1));
        database.run(() -> users.changePassword("ada", "another password".toCharArray()));

        assertThat(find(database, signIns, PASSWORD)).isEmpty();
    }

    @OnEveryDatabase
    void a_disabled_user_is_out_at_once_and_other_roles_count_at_once(TestDatabase database) {
        Users users = usersWithAda(database);
        RecentSignIns signIns = new RecentSignIns(users, clock);
        database.run(() -> signIns.signIn("ada", PASSWORD, ACCEPTED));

        database.run(() -> users.changeRoles("ada", Set.of(Role.AUDITOR)));
        assertThat(find(database, signIns, PASSWORD)).map(User::roles).contains(Set.of(Role.AUDITOR));
        database.run(() -> users.changeEnabled("ada", false));
        assertThat(find(database, signIns, PASSWORD)).isEmpty();
    }
}
