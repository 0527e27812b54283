package org.mintline.factory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.ClientCertificate;

/** Who may call the roles of a factory, each known by its client certificate (mutual TLS). */
public interface FactoryPartners {
    /** What a partner is. */
    enum Kind {
        /** Fetches packages from an aggregator. */
        LOCAL_PROVISIONING_SERVER,
        /** Brings eUICCs to a local provisioning server (SGP.41). */
        FACTORY_PROFILE_ASSISTANT
    }

    /**
     * A lot that a local provisioning server may fetch.
     *
     * @param name as the batches for it were announced, 1 to 255 characters
     * @param expiresAt from when on its packages are not handed out any more
     */
    record Lot(String name, Optional<Instant> expiresAt) {}

    /**
     * A partner.
     *
     * @param name 1 to 80 letters, digits, dots, hyphens and underscores
     * @param certificate by which it is known
     * @param lots which it may fetch, by name; a Factory Profile Assistant has none
     */
    record Partner(Kind kind, String name, ClientCertificate certificate, List<Lot> lots) {
        /** Copies the list. */
        public Partner {
            lots = List.copyOf(lots);
        }
    }

    /**
     * Registers a partner.
     *
     * @throws FactoryException if name or certificate are another's, or the name is none
     */
    Partner register(Kind kind, String name, X509Certificate certificate, String actor);

    /**
     * Puts these lots in the place of those that a local provisioning server may fetch.
     *
     * @param lots at most 1,000
     * @throws FactoryException if there is no such server, or a lot is another server's
     */
    Partner replaceLots(String name, List<Lot> lots, String actor);

    /**
     * Lets a partner in no more. Repeated, it changes nothing.
     *
     * @throws FactoryException if there is none of that name
     */
    Partner revoke(String name, String actor);

    /** All partners, the revoked ones too, by name; at most 1,000. */
    List<Partner> list();

    /** The partner of a kind that a certificate names, if it is not revoked. */
    Optional<Partner> find(Kind kind, X509Certificate certificate);
}
