package org.mintline.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of the database, as the migrations in {@code db/migration} make it. */
public final class Schema {
    private Schema() {}

    /** Applies the migrations that the database does not have yet; fails if one that it has was changed since. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
