package org.mintline.tenancy;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Operators and their client certificates, over the database. */
@Stateless
@Local({OperatorDirectory.class, OperatorAdministration.class})
public class OperatorDirectoryBean implements OperatorDirectory, OperatorAdministration {
    private OperatorRepository repository;
    private OperatorCache cache;
    private Clock clock;
    private Consumer<OperatorChanged> changes;

    /** For the container. */
    protected OperatorDirectoryBean() {}

    /** Over the given parts. */
    @Inject
    OperatorDirectoryBean(
            OperatorRepository repository, OperatorCache cache, Clock clock, Event<OperatorChanged> changes) {
        this(repository, cache, clock, changes::fire);
    }

    OperatorDirectoryBean(
            OperatorRepository repository, OperatorCache cache, Clock clock, Consumer<OperatorChanged> changes) {
        this.repository = repository;
        this.cache = cache;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public Optional<Operator> findByClientCertificate(X509Certificate certificate) {
        return cache.byCertificate(
                ClientCertificate.fingerprint(certificate),
                fingerprint -> repository.findByCertificate(fingerprint).map(OperatorEntity::toOperator));
    }

    @Override
    public Optional<Operator> find(OperatorId id) {
        return cache.byNumber(id, number -> repository.find(number).map(OperatorEntity::toOperator));
    }

    @Override
    public Optional<Operator> findByName(String name) {
        return repository.findByName(name).map(OperatorEntity::toOperator);
    }

    @Override
    public List<Operator> list() {
        return repository.list().stream().map(OperatorEntity::toOperator).toList();
    }

    @Override
    public Operator register(
            String name,
            String functionRequesterIdentifier,
            Optional<URI> callbackAddress,
            List<X509Certificate> clientCertificates) {
        if (repository.findByName(name).isPresent()) {
            throw new OperatorExistsException("the name " + name);
        }
        if (repository
                .findByFunctionRequesterIdentifier(functionRequesterIdentifier)
                .isPresent()) {
            throw new OperatorExistsException("the function requester identifier " + functionRequesterIdentifier);
        }
        OperatorEntity entity = new OperatorEntity(
                checkedName(name),
                checkedIdentifier(functionRequesterIdentifier),
                callbackAddress.map(OperatorDirectoryBean::checkedCallback),
                clock.instant());
        repository.add(entity);
        Operator operator = entity.toOperator();
        clientCertificates.forEach(certificate -> add(operator.id(), certificate));
        changes.accept(new OperatorChanged(operator.id(), "registerOperator", name));
        return operator;
    }

    @Override
    public List<ClientCertificate> clientCertificates(OperatorId operator) {
        existing(operator);
        return repository.certificates(operator).stream()
                .map(ClientCertificateEntity::toClientCertificate)
                .toList();
    }

    @Override
    public ClientCertificate registerClientCertificate(OperatorId operator, X509Certificate certificate) {
        existing(operator);
        ClientCertificate added = add(operator, certificate);
        changes.accept(new OperatorChanged(operator, "registerClientCertificate", added.fingerprint()));
        return added;
    }

    @Override
    public void revokeClientCertificate(OperatorId operator, String fingerprint) {
        repository
                .findCertificate(fingerprint)
                .filter(certificate -> certificate.operator().equals(operator))
                .orElseThrow(() -> new IllegalArgumentException("operator has no client certificate " + fingerprint))
                .revoke(clock.instant());
        cache.clear();
        changes.accept(new OperatorChanged(operator, "revokeClientCertificate", fingerprint));
    }

    @Override
    public Operator changeCallbackAddress(OperatorId operator, Optional<URI> callbackAddress) {
        OperatorEntity entity = existing(operator);
        entity.changeCallbackAddress(callbackAddress.map(OperatorDirectoryBean::checkedCallback));
        cache.clear();
        changes.accept(new OperatorChanged(
                operator,
                "changeCallbackAddress",
                callbackAddress.map(URI::toString).orElse("none")));
        return entity.toOperator();
    }

    private ClientCertificate add(OperatorId operator, X509Certificate certificate) {
        String fingerprint = ClientCertificate.fingerprint(certificate);
        if (repository.findCertificate(fingerprint).isPresent()) {
            throw new OperatorExistsException("the client certificate " + fingerprint);
        }
        try {
            ClientCertificateEntity entity = new ClientCertificateEntity(operator, certificate, clock.instant());
            repository.add(entity);
            return entity.toClientCertificate();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }

    private OperatorEntity existing(OperatorId operator) {
        return repository
                .find(operator)
                .orElseThrow(() -> new IllegalArgumentException("no operator has the number " + operator.value()));
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("the name of an operator has 1 to 100 characters");
        }
        return name;
    }

    private static String checkedIdentifier(String identifier) {
        if (!identifier.matches("[0-2](\\.(0|[1-9][0-9]{0,17})){1,20}") || identifier.length() > 100) {
            throw new IllegalArgumentException(
                    "a function requester identifier is an object identifier in dotted form, of at most 100 characters");
        }
        return identifier;
    }

    private static URI checkedCallback(URI address) {
        boolean usable = "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && address.toString().length() <= 500;
        if (!usable) {
            throw new IllegalArgumentException(
                    "a callback address is an https address without user, query and fragment");
        }
        return address;
    }
}
