package org.mintline.smdpplus.stock;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.protection.ProfileCredentials;

/**
 * Writes the rows of new profiles in batches of JDBC, on the connection and in the transaction of the caller. None of them becomes a
 * managed entity, so that memory and time do not grow with what is compared at the commit.
 */
@Dependent
class NewProfileRows {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    NewProfileRows() {}

    NewProfileRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Inserts each profile with its sealed credentials. */
    void insert(Map<Profile, byte[]> sealedCredentials) {
        Session session = entities.unwrap(Session.class);
        session.doWork(connection -> {
            try (StatelessSession rows = session.getSessionFactory().openStatelessSession(connection)) {
                sealedCredentials.keySet().forEach(rows::insert);
                sealedCredentials.forEach(
                        (profile, credentials) -> rows.insert(new ProfileCredentials(profile, credentials)));
                ((SharedSessionContractImplementor) rows).getJdbcCoordinator().executeBatch();
            }
        });
    }
}
