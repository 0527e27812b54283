package org.mintline.web.console;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners;
import org.mintline.tenancy.ClientCertificate;

/** The register of partners in memory; who changed it is kept. */
final class RegisteredPartners implements FactoryPartners {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    final List<String> actors = new ArrayList<>();
    private final Map<String, Partner> partners = new TreeMap<>();

    @Override
    public Partner register(Kind kind, String name, X509Certificate certificate, String actor) {
        if (partners.containsKey(name)) {
            throw new FactoryException(Reason.TAKEN, "a partner has that name");
        }
        actors.add(actor);
        ClientCertificate known = new ClientCertificate(
                ClientCertificate.fingerprint(certificate),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant(),
                NOW,
                Optional.empty());
        return put(new Partner(kind, name, known, List.of()));
    }

    @Override
    public Partner replaceLots(String name, List<Lot> lots, String actor) {
        if (lots.stream().anyMatch(lot -> lot.name().equals("another's"))) {
            throw new FactoryException(Reason.TAKEN, "the lot another's is another server's");
        }
        actors.add(actor);
        Partner partner = partners.get(name);
        return put(new Partner(partner.kind(), name, partner.certificate(), lots));
    }

    @Override
    public Partner revoke(String name, String actor) {
        actors.add(actor);
        Partner partner = partners.get(name);
        ClientCertificate known = partner.certificate();
        ClientCertificate revoked = new ClientCertificate(
                known.fingerprint(), known.subject(), known.notAfter(), known.registeredAt(), Optional.of(NOW));
        return put(new Partner(partner.kind(), name, revoked, partner.lots()));
    }

    private Partner put(Partner partner) {
        partners.put(partner.name(), partner);
        return partner;
    }

    @Override
    public List<Partner> list() {
        return List.copyOf(partners.values());
    }

    @Override
    public Optional<Partner> find(Kind kind, X509Certificate certificate) {
        throw new UnsupportedOperationException("a page does not know partners by their certificates");
    }
}
