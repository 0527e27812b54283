package org.mintline.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/**
 * Brings the schema up to date when the server starts, before any bean that reads the database: those that start by themselves
 * say {@code @DependsOn("SchemaMigration")}. Several nodes may start at once, Flyway lets one migrate and the others wait.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Resource(lookup = "java:jboss/datasources/MintlineDS")
    private DataSource dataSource;

    @PostConstruct
    void migrateAtStart() {
        Schema.migrate(dataSource);
    }
}
