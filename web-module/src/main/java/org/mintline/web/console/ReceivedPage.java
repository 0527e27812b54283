package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.support.BatchState;
import org.mintline.support.ReceivedBatches;
import org.mintline.support.ReceivedBatches.Batch;

/** The batches that came in from lines or are coming in, the latest first; watched while one comes. */
@Named
@ViewScoped
public class ReceivedPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    @Inject
    private ReceivedBatches batches;

    @Inject
    private ConsoleUser user;

    private final PagedList<Batch, ReceivedLine> list = new PagedList<>(this::after);

    /** Shows the latest batches. */
    public void load() {
        list.first();
    }

    private PagedList.Slice<Batch, ReceivedLine> after(Optional<Batch> key) {
        user.requirePlatform();
        List<ReceivedLine> lines =
                batches.list(key, PAGE + 1).stream().map(this::line).toList();
        return PagedList.Slice.of(lines, PAGE, ReceivedLine::batch);
    }

    private ReceivedLine line(Batch batch) {
        return Optional.of(batch)
                .filter(one -> one.state() == BatchState.RECEIVING)
                .flatMap(one -> batches.find(one.batch()))
                .map(ReceivedLine::of)
                .orElseGet(() -> new ReceivedLine(batch, Map.of()));
    }

    /** The batches, a page at a time. */
    public PagedList<Batch, ReceivedLine> getList() {
        return list;
    }

    /** Whether one of them comes in now, so that the page watches it. */
    public boolean isWatching() {
        return list.getLines().stream().anyMatch(ReceivedLine::isReceiving);
    }
}
