package org.mintline.keys;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.mintline.tenancy.OperatorId;

/** Replacement of data keys. */
@Stateless
public class KeyRotation {
    private DataKeySeal seal;
    private Consumer<KeyChanged> changes;

    /** For the container. */
    protected KeyRotation() {}

    /** Over the given parts. */
    @Inject
    KeyRotation(DataKeySeal seal, Event<KeyChanged> changes) {
        this.seal = seal;
        this.changes = changes::fire;
    }

    KeyRotation(DataKeySeal seal, Consumer<KeyChanged> changes) {
        this.seal = seal;
        this.changes = changes;
    }

    /** Makes a new data key for an operator: new seals use it within a minute on all nodes, old ones stay readable. */
    public void rotateDataKey(OperatorId operator) {
        seal.rotate(operator);
        changes.accept(new KeyChanged(Optional.of(operator), "rotateDataKey", "data-key", ""));
    }
}
