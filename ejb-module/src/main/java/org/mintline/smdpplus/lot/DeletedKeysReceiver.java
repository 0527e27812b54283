package org.mintline.smdpplus.lot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineMessageRefusedException;
import org.mintline.line.LineReceiver;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.EuiccLots;

/** Takes in the proofs of deleted keys that a factory sends back on a line (OFF-6, OFF-7). */
@ApplicationScoped
public class DeletedKeysReceiver implements LineReceiver {
    private EuiccLots lots;

    /** For the container. */
    protected DeletedKeysReceiver() {}

    /** Into these lots. */
    @Inject
    public DeletedKeysReceiver(EuiccLots lots) {
        this.lots = lots;
    }

    @Override
    public Set<LineMessageKind> kinds() {
        return Set.of(LineMessageKind.DELETED_KEYS);
    }

    @Override
    public void receive(String line, LineMessage message) {
        try {
            lots.deleted(message.content(), "line:" + line);
        } catch (DecodeException | EuiccLots.RefusedException e) {
            throw new LineMessageRefusedException(e.getMessage(), e);
        }
    }
}
