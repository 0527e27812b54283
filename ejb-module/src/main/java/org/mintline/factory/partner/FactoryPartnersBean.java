package org.mintline.factory.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners;
import org.mintline.tenancy.ClientCertificate;

/** Partners, over the database. */
@Stateless
public class FactoryPartnersBean implements FactoryPartners {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";
    private static final int LONGEST_LOT = 255;
    private static final int MOST_LOTS = 1_000;

    private PartnerRepository repository;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected FactoryPartnersBean() {}

    /** Of the given parts. */
    @Inject
    public FactoryPartnersBean(PartnerRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Partner register(Kind kind, String name, X509Certificate certificate, String actor) {
        if (!name.matches(NAME)) {
            throw new FactoryException(
                    Reason.MALFORMED,
                    "the name of a partner has 1 to 80 letters, digits, dots, hyphens and underscores");
        }
        if (repository.isTaken(kind, name, ClientCertificate.fingerprint(certificate))) {
            throw new FactoryException(
                    Reason.TAKEN, "a partner has that name, or that client certificate for the same purpose");
        }
        PartnerEntity partner = new PartnerEntity(kind, name, certificate, clock.instant());
        repository.add(partner);
        Partner registered = partner.toPartner(List.of());
        record(
                actor,
                "registerPartner",
                name,
                kind + ", " + registered.certificate().fingerprint());
        return registered;
    }

    @Override
    public Partner replaceLots(String name, List<Lot> lots, String actor) {
        PartnerEntity partner = existing(name);
        if (partner.kind() != Kind.LOCAL_PROVISIONING_SERVER) {
            throw new FactoryException(Reason.NOT_NOW, name + " is no local provisioning server");
        }
        if (lots.size() > MOST_LOTS) {
            throw new FactoryException(Reason.MALFORMED, "a server may fetch at most " + MOST_LOTS + " lots");
        }
        lots.forEach(lot -> check(lot, partner));
        repository.removeLots(partner.id());
        lots.forEach(lot -> repository.add(new PartnerLotEntity(partner.id(), lot)));
        record(
                actor,
                "replaceLots",
                name,
                lots.stream()
                        .map(lot -> lot.name()
                                + lot.expiresAt().map(at -> " until " + at).orElse(""))
                        .collect(Collectors.joining(", ")));
        return new Partner(partner.kind(), name, partner.toPartner(List.of()).certificate(), lots);
    }

    private void check(Lot lot, PartnerEntity partner) {
        if (lot.name().isBlank() || lot.name().length() > LONGEST_LOT) {
            throw new FactoryException(Reason.MALFORMED, "a lot has a name of 1 to " + LONGEST_LOT + " characters");
        }
        boolean taken = repository
                .lot(lot.name())
                .filter(there -> there.partnerId() != partner.id())
                .isPresent();
        if (taken) {
            throw new FactoryException(Reason.TAKEN, "the lot " + lot.name() + " is another server's");
        }
    }

    @Override
    public Partner revoke(String name, String actor) {
        PartnerEntity partner = existing(name);
        if (partner.revoke(clock.instant())) {
            record(actor, "revokePartner", name, "is not let in any more");
        }
        return whole(partner);
    }

    @Override
    public List<Partner> list() {
        return repository.list().stream().map(this::whole).toList();
    }

    @Override
    public Optional<Partner> find(Kind kind, X509Certificate certificate) {
        return repository.find(kind, ClientCertificate.fingerprint(certificate)).map(this::whole);
    }

    private Partner whole(PartnerEntity partner) {
        return partner.toPartner(repository.lots(partner.id()));
    }

    private PartnerEntity existing(String name) {
        return repository
                .lock(name)
                .orElseThrow(() -> new FactoryException(Reason.UNKNOWN, "there is no partner " + name));
    }

    private void record(String actor, String action, String name, String detail) {
        audit.record(new AuditEvent(Optional.empty(), actor, action, "partner:" + name, "done", detail));
    }
}
