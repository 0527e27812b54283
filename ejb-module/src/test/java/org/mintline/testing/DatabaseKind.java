package org.mintline.testing;

import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that tests run on; each is made when the first test asks for it and lives as long as the JVM. */
enum DatabaseKind {
    H2 {
        @Override
        Optional<TestDatabase> make() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl("jdbc:h2:mem:mintline;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            return Optional.of(new TestDatabase(dataSource, true));
        }
    },
    POSTGRESQL {
        @Override
        Optional<TestDatabase> make() {
            return PostgreSqlServer.find().map(server -> {
                String url = server.createDatabase(
                        "mintline_test_" + ProcessHandle.current().pid());
                PGSimpleDataSource dataSource = new PGSimpleDataSource();
                dataSource.setUrl(url);
                return new TestDatabase(dataSource, false);
            });
        }
    };

    private Optional<TestDatabase> database;

    abstract Optional<TestDatabase> make();

    synchronized Optional<TestDatabase> database() {
        if (database == null) {
            database = make();
        }
        return database;
    }

    String whyAbsent() {
        return "no " + this
                + ": neither mintline.test.postgresql.url is given nor is /usr/lib/postgresql/*/bin/initdb there";
    }
}
