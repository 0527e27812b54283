package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.mintline.keys.KeyInventory;
import org.mintline.keys.KeyMaterialException;
import org.mintline.tenancy.ClientCertificate;
import org.mintline.tenancy.OperatorAdministration;
import org.mintline.tenancy.OperatorDirectory;

/** Which keys and certificates are loaded, until when they are valid, and what somebody should look after. */
@Named
@RequestScoped
public class KeysPage {
    private KeyInventory inventory;
    private OperatorDirectory operators;
    private OperatorAdministration administration;
    private ConsoleUser user;

    /** For the container's proxy. */
    protected KeysPage() {}

    /**
     * @param inventory the SM-DP+'s keys
     * @param operators the tenants
     * @param administration their client certificates
     * @param user who looks
     */
    @Inject
    public KeysPage(
            KeyInventory inventory,
            OperatorDirectory operators,
            OperatorAdministration administration,
            ConsoleUser user) {
        this.inventory = inventory;
        this.operators = operators;
        this.administration = administration;
        this.user = user;
    }

    /**
     * An ES2+ client's certificate.
     *
     * @param operatorName whom it names
     */
    public record Client(String operatorName, ClientCertificate certificate) {}

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
                        .map(certificate -> new Client(operator.name(), certificate)))
                .toList();
    }
}
