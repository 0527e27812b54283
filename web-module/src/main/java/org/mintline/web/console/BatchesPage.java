package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;

/** The batches that were ordered, the latest first; watched while one is worked off. */
@Named
@ViewScoped
public class BatchesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    @Inject
    private Batches batches;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private final PagedList<Long, BatchLine> list = new PagedList<>(this::after);

    private PagedList.Slice<Long, BatchLine> after(Optional<Long> key) {
        ProfileCatalogue.Page<Batches.Progress> page = batches.list(user.operator(), PagedList.number(key), PAGE);
        return PagedList.Slice.of(new ProfileCatalogue.Page<>(
                page.items().stream()
                        .map(batch -> new BatchLine(
                                batch,
                                operators
                                        .find(batch.operator())
                                        .map(Operator::name)
                                        .orElse("")))
                        .toList(),
                page.next()));
    }

    /** The batches, a page at a time. */
    public PagedList<Long, BatchLine> getList() {
        return list;
    }

    /** Whether one of them changes by itself. */
    public boolean isWatching() {
        return list.getLines().stream().anyMatch(BatchLine::isMoving);
    }
}
