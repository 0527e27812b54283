package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.smdpplus.lot.KeyState;

/** One lot of eUICCs: its keys and what is bound to them. Keys and proofs of deletion are brought in here. */
@Named
@ViewScoped
public class LotPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LONGEST_PROOF = 64 * 1024;
    private static final int MOST_BAD = 20;

    @Inject
    private EuiccLots lots;

    @Inject
    private ConsoleUser user;

    private long id;
    private EuiccLots.Detail lot;
    private transient Part file;
    private List<EuiccLots.BadEuicc> bad = List.of();

    private final PagedList<Long, EuiccLots.Key> keys = new PagedList<>(this::after);

    /** Reads the lot; one that the user's operator may not use is as unknown as one that does not exist. */
    public void load() throws IOException {
        NotFound.unless(lots.find(user.operator(), id)).ifPresent(found -> lot = found);
        if (lot != null) {
            keys.refresh();
        }
    }

    private PagedList.Slice<Long, EuiccLots.Key> after(Optional<Long> key) {
        return PagedList.Slice.of(lots.keys(user.operator(), id, PagedList.number(key), PAGE));
    }

    /** Takes the chosen file of preloaded keys in. */
    public void receiveKeys() throws IOException {
        user.requireChange();
        if (file == null) {
            Messages.refused("imports.no-file");
            return;
        }
        try (InputStream content = file.getInputStream()) {
            EuiccLots.Received received = lots.receive(lot.lot().id(), content, user.getActor());
            bad = received.bad().stream().limit(MOST_BAD).toList();
            if (received.rejected() > 0) {
                Messages.refused(
                        "lot.keys-received-in-part", received.euiccs(), received.newKeys(), received.rejected());
            } else {
                Messages.done("lot.keys-received", received.euiccs(), received.newKeys());
            }
        } catch (EuiccLots.RefusedException | DecodeException refusal) {
            Messages.refused("lots.refused", refusal.getMessage());
        }
        load();
    }

    /** Takes the proof of an eUICC in that it deleted its unused keys. */
    public void receiveProof() throws IOException {
        user.requireChange();
        if (file == null) {
            Messages.refused("imports.no-file");
            return;
        }
        try (InputStream content = file.getInputStream()) {
            EuiccLots.Deleted deleted = lots.deleted(content.readNBytes(LONGEST_PROOF), user.getActor());
            Messages.done(
                    "lot.proof-received",
                    deleted.eid(),
                    deleted.deleted(),
                    deleted.backInStock().size());
        } catch (EuiccLots.RefusedException | DecodeException refusal) {
            Messages.refused("lots.refused", refusal.getMessage());
        }
        load();
    }

    /** The lot. */
    public EuiccLots.Detail getLot() {
        return lot;
    }

    /** Its keys, a page at a time. */
    public PagedList<Long, EuiccLots.Key> getKeys() {
        return keys;
    }

    /** The eUICCs of the last file that were not taken, the first of them. */
    public List<EuiccLots.BadEuicc> getBad() {
        return bad;
    }

    /** The states of a key. */
    public List<KeyState> getStates() {
        return List.of(KeyState.values());
    }

    /** How many keys are in a state. */
    public long count(KeyState state) {
        return lot.keys().getOrDefault(state, 0L);
    }

    /** The style class of a key's state. */
    public String style(KeyState state) {
        return switch (state) {
            case FREE -> "state-stock";
            case CLAIMED -> "state-way";
            case USED -> "state-good";
            case DELETED -> "state-gone";
            case EXPIRED -> "state-warn";
        };
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
