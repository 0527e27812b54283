package org.mintline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on H2 and once on PostgreSQL, each time on an empty, migrated database.
 *
 * <pre>{@code
 * @OnEveryDatabase
 * void an_operator_is_found_by_its_name(TestDatabase database) {
 *     var directory = new OperatorDirectoryBean(database.entityManager(), ...);
 *     database.run(() -> directory.register(...));
 *     assertThat(database.call(() -> directory.findByName("Salish"))).isPresent();
 * }
 * }</pre>
 *
 * <p>PostgreSQL is the server that the system property {@code mintline.test.postgresql.url} names (a JDBC URL with user and
 * password of a role that may create databases), or else a throw-away cluster made from the programs of the system's
 * package. Where there is neither, the run on PostgreSQL is skipped and says so, unless {@code mintline.test.postgresql} is
 * {@code required}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DatabaseExtension.class)
public @interface OnEveryDatabase {}
