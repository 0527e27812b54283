package org.mintline.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.mintline.persistence.Schema;

/**
 * One database under the persistence unit of the product, with transactions as the container would make them: beans and
 * repositories are made over {@link #entityManager()} once, and called within {@link #run} or {@link #call}.
 */
public final class TestDatabase {
    private final DataSource dataSource;
    private final boolean h2;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final EntityManager entityManager = (EntityManager) Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                EntityManager target = current.get();
                if (target == null) {
                    throw new IllegalStateException("no transaction: call within TestDatabase.run or call");
                }
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    /**
     * @param dataSource connections without pool
     * @param h2 whether it is H2, otherwise PostgreSQL
     */
    TestDatabase(DataSource dataSource, boolean h2) {
        this.dataSource = dataSource;
        this.h2 = h2;
        Schema.migrate(dataSource);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", pool(dataSource));
        settings.put("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION");
        factory = Persistence.createEntityManagerFactory("mintline", settings);
    }

    private static DataSource pool(DataSource dataSource) {
        HikariConfig configuration = new HikariConfig();
        configuration.setDataSource(dataSource);
        configuration.setMaximumPoolSize(30);
        configuration.setMinimumIdle(1);
        configuration.setAutoCommit(false);
        return new HikariDataSource(configuration);
    }

    /** An entity manager that works in the transaction that its thread has at the time, as an injected one does. */
    public EntityManager entityManager() {
        return entityManager;
    }

    /** Connections without pool, outside of the transactions here. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Runs a body in a transaction: that of its caller if there is one. */
    public void run(Runnable body) {
        call(() -> {
            body.run();
            return null;
        });
    }

    /** Runs a body in a transaction: that of its caller if there is one. */
    public <T> T call(Supplier<T> body) {
        return current.get() != null ? body.get() : callInNew(body);
    }

    /** Runs a body in a transaction of its own, as {@code REQUIRES_NEW} does. */
    public <T> T callInNew(Supplier<T> body) {
        EntityManager outer = current.get();
        try (EntityManager inner = factory.createEntityManager()) {
            current.set(inner);
            EntityTransaction transaction = inner.getTransaction();
            transaction.begin();
            try {
                T result = body.get();
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } finally {
            current.set(outer);
        }
    }

    /** Runs one statement of SQL in a transaction of its own; returns how many rows it changed. */
    public int execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Empties every table. */
    void empty() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = tables(statement);
            if (h2) {
                statement.execute("set referential_integrity false");
                for (String table : tables) {
                    statement.execute("truncate table " + table);
                }
                statement.execute("set referential_integrity true");
            } else {
                statement.execute("truncate table " + String.join(", ", tables));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'"
                + " and table_name <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
