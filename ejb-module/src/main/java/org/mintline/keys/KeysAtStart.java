package org.mintline.keys;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Opens the door to the keys when the server starts, which ends there if one is missing. */
@Startup
@Singleton
@DependsOn({"SchemaMigration", "ConfigurationAtStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeysAtStart {
    @Inject
    private KeyEncryptionKeys keyEncryptionKeys;

    @Inject
    private DataKeyStore dataKeys;

    /** Wraps all data keys under the key-encryption key of today, where the one before is configured too. */
    @PostConstruct
    void open() {
        String current = keyEncryptionKeys.currentCheckValue();
        int wrapped;
        do {
            wrapped = dataKeys.rewrapSome(current);
        } while (wrapped > 0);
    }
}
