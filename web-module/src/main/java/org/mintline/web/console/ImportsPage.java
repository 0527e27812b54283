package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileImports;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.imports.ImportFormat;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;

/** Files of profiles: brought in here, watched while they are worked off. */
@Named
@ViewScoped
public class ImportsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    @Inject
    private ProfileImports imports;

    @Inject
    private ProfileTypes profileTypes;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private List<Target> targets;
    private String target;
    private transient Part file;
    private final Deque<Long> starts = new ArrayDeque<>();
    private ProfileCatalogue.Page<ProfileImports.Progress> page;

    /**
     * A profile type into whose stock a file can go.
     *
     * @param operator whose it is
     * @param profileType its name
     */
    public record Target(Operator operator, String profileType) {
        /** The profile types of the user's operator, or of all for the platform's staff. */
        static List<Target> visibleTo(ConsoleUser user, OperatorDirectory operators, ProfileTypes profileTypes) {
            return operators.list().stream()
                    .filter(operator ->
                            user.operator().map(operator.id()::equals).orElse(true))
                    .flatMap(operator ->
                            profileTypes.list(operator.id()).stream().map(type -> new Target(operator, type.name())))
                    .toList();
        }

        /** What stands for it in the form. */
        public String key() {
            return operator.id().value() + "/" + profileType;
        }
    }

    /** The profile types of the user's operator, or of all for the platform's staff. */
    public List<Target> getTargets() {
        if (targets == null) {
            targets = Target.visibleTo(user, operators, profileTypes);
        }
        return targets;
    }

    /** Takes the chosen file in; it is worked off in the background. */
    public void upload() throws IOException {
        user.requireChange();
        Optional<Target> chosen = getTargets().stream()
                .filter(candidate -> candidate.key().equals(target))
                .findFirst();
        if (chosen.isEmpty() || file == null) {
            Messages.refused(file == null ? "imports.no-file" : "orders.no-type");
            return;
        }
        try (InputStream content = file.getInputStream()) {
            String name = UploadedFile.name(file);
            imports.receive(
                    chosen.get().operator().id(),
                    chosen.get().profileType(),
                    name,
                    formatOf(name),
                    content,
                    user.getActor());
            Messages.done("imports.received", name);
        } catch (ProfileImports.RefusedException refusal) {
            Messages.refused("imports.refused", refusal.getMessage());
        } finally {
            file.delete();
        }
        latest();
    }

    private static ImportFormat formatOf(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? ImportFormat.CSV : ImportFormat.INPUT;
    }

    /** Shows the latest imports. */
    public void latest() {
        starts.clear();
        refresh();
    }

    /** Shows the imports before these. */
    public void forward() {
        page().next().ifPresent(starts::push);
        refresh();
    }

    /** Shows the imports after these. */
    public void back() {
        starts.poll();
        refresh();
    }

    /** Reads the page anew. */
    public void refresh() {
        OptionalLong after = starts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(starts.peek());
        page = imports.list(user.operator(), after, PAGE);
    }

    private ProfileCatalogue.Page<ProfileImports.Progress> page() {
        if (page == null) {
            refresh();
        }
        return page;
    }

    /** The imports of this page. */
    public List<ProfileImports.Progress> getImports() {
        return page().items();
    }

    /** Whether one of them is under way, so that the page watches it. */
    public boolean isWatching() {
        return getImports().stream()
                .anyMatch(progress ->
                        progress.finishedAt().isEmpty() && progress.refusal().isEmpty());
    }

    /** How much of an import is done, 0 to 100. */
    public int percent(ProfileImports.Progress progress) {
        if (progress.state() == ProfileImports.State.FINISHED) {
            return 100;
        }
        return progress.bytes() == 0 ? 0 : (int) (100 * progress.bytesDone() / progress.bytes());
    }

    /** Whether there is a page behind this one. */
    public boolean isMore() {
        return page().next().isPresent();
    }

    /** Whether there is a page before this one. */
    public boolean isBefore() {
        return !starts.isEmpty();
    }

    /** The number of this page, from 1. */
    public int getNumber() {
        return starts.size() + 1;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
