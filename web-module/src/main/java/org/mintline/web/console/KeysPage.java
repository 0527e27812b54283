package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mintline.keys.KeyInventory;
import org.mintline.keys.KeyMaterialException;
import org.mintline.tenancy.ClientCertificate;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorAdministration;
import org.mintline.tenancy.OperatorDirectory;

/** Which keys and certificates are loaded, until when they are valid, and what somebody should look after. */
@Named
@RequestScoped
public class KeysPage {
    private static final int SOON_IN_DAYS = 30;

    private KeyInventory inventory;
    private OperatorDirectory operators;
    private OperatorAdministration administration;
    private ConsoleUser user;
    private Clock clock;

    /** For the container's proxy. */
    protected KeysPage() {}

    /**
     * @param inventory the SM-DP+'s keys
     * @param operators the tenants
     * @param administration their client certificates
     * @param user who looks
     * @param clock says what is expired
     */
    @Inject
    public KeysPage(
            KeyInventory inventory,
            OperatorDirectory operators,
            OperatorAdministration administration,
            ConsoleUser user,
            Clock clock) {
        this.inventory = inventory;
        this.operators = operators;
        this.administration = administration;
        this.user = user;
        this.clock = clock;
    }

    /**
     * An ES2+ client's certificate.
     *
     * @param operatorName whom it names
     * @param state the last part of the key of its state's text
     */
    public record Client(String operatorName, ClientCertificate certificate, String state) {
        /** The style class of its state. */
        public String style() {
            return switch (state) {
                case "valid" -> "state-good";
                case "expires-soon" -> "state-warn";
                case "revoked" -> "state-gone";
                default -> "state-bad";
            };
        }
    }

    /** The SM-DP+'s certificates; they are the platform's affair. */
    public List<KeyInventory.Entry> getEntries() {
        return user.isPlatform() ? inventory.inventory() : List.of();
    }

    /** The CRLs of the certificate issuers; the platform's affair too. */
    public List<KeyInventory.Crl> getRevocationLists() {
        return user.isPlatform() ? inventory.revocationLists() : List.of();
    }

    /** When they were loaded. */
    public Instant getLoadedAt() {
        return inventory.loadedAt();
    }

    /** Loads the keys again. */
    public void reload() {
        user.requireAdministrator();
        try {
            inventory.reload();
            Messages.done("keys.reloaded");
        } catch (KeyMaterialException e) {
            Messages.refused("keys.reload-failed", e.getMessage());
        }
    }

    /** The ES2+ client certificates that the user may see. */
    public List<Client> getClients() {
        return operators.list().stream()
                .filter(operator -> user.operator().map(operator.id()::equals).orElse(true))
                .flatMap(operator -> administration.clientCertificates(operator.id()).stream()
                        .map(certificate -> client(operator, certificate)))
                .toList();
    }

    private Client client(Operator operator, ClientCertificate certificate) {
        return new Client(operator.name(), certificate, state(certificate));
    }

    private String state(ClientCertificate certificate) {
        Instant now = clock.instant();
        if (certificate.revokedAt().isPresent()) {
            return "revoked";
        }
        if (!certificate.notAfter().isAfter(now)) {
            return "expired";
        }
        return certificate.notAfter().isBefore(now.plus(SOON_IN_DAYS, ChronoUnit.DAYS)) ? "expires-soon" : "valid";
    }
}
