package org.mintline.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The rows of operators and of their client certificates. */
@Dependent
class OperatorRepository {
    private static final int MOST = 1_000;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected OperatorRepository() {}

    OperatorRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(OperatorEntity operator) {
        entities.persist(operator);
    }

    void add(ClientCertificateEntity certificate) {
        entities.persist(certificate);
        entities.flush();
    }

    Optional<OperatorEntity> find(OperatorId id) {
        return Optional.ofNullable(entities.find(OperatorEntity.class, id.value()));
    }

    Optional<OperatorEntity> findByName(String name) {
        return entities
                .createQuery("select o from OperatorEntity o where o.name = :name", OperatorEntity.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<OperatorEntity> findByFunctionRequesterIdentifier(String identifier) {
        return entities
                .createQuery(
                        "select o from OperatorEntity o where o.functionRequesterIdentifier = :identifier",
                        OperatorEntity.class)
                .setParameter("identifier", identifier)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<OperatorEntity> list() {
        return entities.createQuery("select o from OperatorEntity o order by o.name", OperatorEntity.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    Optional<ClientCertificateEntity> findCertificate(String fingerprint) {
        return Optional.ofNullable(entities.find(ClientCertificateEntity.class, fingerprint));
    }

    /** The operator that a certificate which is not revoked names. */
    Optional<OperatorEntity> findByCertificate(String fingerprint) {
        return entities
                .createQuery(
                        "select o from OperatorEntity o, ClientCertificateEntity c"
                                + " where c.fingerprint = :fingerprint and c.revokedAt is null and o.id = c.operatorId",
                        OperatorEntity.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<ClientCertificateEntity> certificates(OperatorId operator) {
        return entities.createQuery(
                        "select c from ClientCertificateEntity c where c.operatorId = :operator order by c.registeredAt",
                        ClientCertificateEntity.class)
                .setParameter("operator", operator.value())
                .setMaxResults(MOST)
                .getResultList();
    }
}
