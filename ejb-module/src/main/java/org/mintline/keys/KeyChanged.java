package org.mintline.keys;

import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/**
 * A key came, changed or went; fired within the transaction of the change.
 *
 * @param operator whose key it is; empty for those of the platform
 * @param action what was done, for instance {@code rotateDataKey}
 * @param subject which key, for instance {@code transport-key:3}
 * @param detail what else is to be known, never the key
 */
public record KeyChanged(Optional<OperatorId> operator, String action, String subject, String detail) {}
