package org.mintline.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers within two seconds; names its product and version. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private static final int SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/MintlineDS")
    private DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            return response.status(connection.isValid(SECONDS))
                    .withData("product", database.getDatabaseProductName())
                    .withData("version", database.getDatabaseProductVersion())
                    .build();
        } catch (SQLException e) {
            return response.down()
                    .withData("sqlState", String.valueOf(e.getSQLState()))
                    .build();
        }
    }
}
