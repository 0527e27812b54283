package org.mintline.keys;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Opens the door to the keys when the server starts, which ends there if one is missing. */
@Startup
@Singleton
@DependsOn({"SchemaMigration", "ConfigurationAtStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeysAtStart {
    private static final Logger LOG = Logger.getLogger(KeysAtStart.class.getName());

    @Inject
    private KeyEncryptionKeys keyEncryptionKeys;

    @Inject
    private DataKeyStore dataKeys;

    @Inject
    private KeyInventory inventory;

    /** Loads the SM-DP+'s keys, and wraps all data keys under the key-encryption key of today, if the one before is configured. */
    @PostConstruct
    void open() {
        for (KeyInventory.Entry entry : inventory.inventory()) {
            entry.warnings()
                    .forEach(warning -> LOG.warning(() -> entry.role() + " " + entry.subject() + ": " + warning));
        }
        for (KeyInventory.Crl crl : inventory.revocationLists()) {
            crl.warnings().forEach(warning -> LOG.warning(() -> "CRL " + crl.source() + ": " + warning));
        }
        String current = keyEncryptionKeys.currentCheckValue();
        int wrapped;
        do {
            wrapped = dataKeys.rewrapSome(current);
        } while (wrapped > 0);
    }
}
