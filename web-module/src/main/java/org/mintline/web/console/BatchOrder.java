package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mintline.line.LineOutbox;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.tenancy.OperatorDirectory;

/** The form that orders a batch. */
@Named
@ViewScoped
public class BatchOrder implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LOTS = 200;

    /** Which profiles for which eUICCs. */
    public enum Choice {
        /** So many, any of the stock for any of the lot. */
        AMOUNT,
        /** Those of a list of ICCIDs. */
        ICCIDS,
        /** One for each of a list of EIDs. */
        EIDS
    }

    @Inject
    private Batches batches;

    @Inject
    private EuiccLots lots;

    @Inject
    private LineOutbox outbox;

    @Inject
    private ProfileTypes profileTypes;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private List<ImportsPage.Target> targets;
    private List<String> lotNames;
    private String target;
    private String lot;
    private String line;
    private Choice choice = Choice.AMOUNT;
    private int amount = 1;
    private transient Part file;

    /** Orders the batch, which is worked off in the background. */
    public void order() throws IOException {
        user.requireChange();
        Optional<ImportsPage.Target> chosen = getTargets().stream()
                .filter(candidate -> candidate.key().equals(target))
                .findFirst();
        boolean listMissing = choice != Choice.AMOUNT && file == null;
        if (chosen.isEmpty() || listMissing) {
            Messages.refused(listMissing ? "imports.no-file" : "orders.no-type");
            return;
        }
        try {
            List<String> listed = choice == Choice.AMOUNT ? List.of() : UploadedFile.lines(file, Batches.LONGEST_LIST);
            Batches.Progress ordered = batches.order(new Batches.Order(
                    chosen.get().operator().id(),
                    chosen.get().profileType(),
                    choice == Choice.AMOUNT ? amount : listed.size(),
                    choice == Choice.ICCIDS ? listed : List.of(),
                    choice == Choice.EIDS ? listed : List.of(),
                    lot,
                    Optional.ofNullable(line),
                    user.getActor()));
            Messages.done("batches.ordered", ordered.ordered(), ReceivedLine.brief(ordered.batch()));
        } catch (Batches.RefusedException | IllegalArgumentException refusal) {
            Messages.refused("batches.refused", refusal.getMessage());
        }
    }

    /** The profile types to choose from. */
    public List<ImportsPage.Target> getTargets() {
        if (targets == null) {
            targets = ImportsPage.Target.visibleTo(user, operators, profileTypes);
        }
        return targets;
    }

    /** The lots to choose from, the latest first. */
    public List<String> getLots() {
        if (lotNames == null) {
            lotNames = lots.list(user.operator(), OptionalLong.empty(), MOST_LOTS).items().stream()
                    .map(EuiccLots.Lot::name)
                    .toList();
        }
        return lotNames;
    }

    /** The lines to choose from. */
    public Set<String> getLines() {
        return outbox.lines();
    }

    /** What can be ordered. */
    public Choice[] getChoices() {
        return Choice.values();
    }

    /** The most profiles of a batch. */
    public int getMost() {
        return Batches.MOST;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public String getLine() {
        return line;
    }

    public void setLine(String line) {
        this.line = line;
    }

    public Choice getChoice() {
        return choice;
    }

    public void setChoice(Choice choice) {
        this.choice = choice;
    }

    public int getAmount() {
        return amount;
    }

    public void setAmount(int amount) {
        this.amount = amount;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
