package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.batch.BatchItemState;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;

/** One batch with its errors and its profiles; it can be cancelled, and resumed if it waits for a person. */
@Named
@ViewScoped
public class BatchPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    private Batches batches;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private String id;
    private BatchLine batch;

    private final PagedList<Integer, Batches.Error> errors = new PagedList<>(this::errorsAfter);
    private final PagedList<Integer, Batches.Item> items = new PagedList<>(this::itemsAfter);

    /** Reads the batch; one of another operator is as unknown as one that does not exist. */
    public void load() throws IOException {
        NotFound.unless(NotFound.parsed(id, BatchId::of).flatMap(one -> batches.find(user.operator(), one)))
                .ifPresent(this::show);
        if (batch != null) {
            errors.refresh();
            items.refresh();
        }
    }

    private void show(Batches.Progress progress) {
        batch = new BatchLine(
                progress,
                operators.find(progress.operator()).map(Operator::name).orElse(""));
    }

    /** Gives the batch up. */
    public void cancel() throws IOException {
        user.requireChange();
        try {
            batches.cancel(user.operator(), batch.batch().batch(), user.getActor());
            Messages.done("batch.cancelled", batch.getBrief());
        } catch (Batches.RefusedException | Batches.WrongStateException refusal) {
            Messages.refused("batch.refused", refusal.getMessage());
        }
        load();
    }

    /** Lets the batch go on. */
    public void resume() throws IOException {
        user.requireChange();
        try {
            batches.resume(user.operator(), batch.batch().batch(), user.getActor());
            Messages.done("batch.resumed", batch.getBrief());
        } catch (Batches.RefusedException | Batches.WrongStateException refusal) {
            Messages.refused("batch.refused", refusal.getMessage());
        }
        load();
    }

    private PagedList.Slice<Integer, Batches.Error> errorsAfter(Optional<Integer> key) {
        return PagedList.Slice.of(
                batches.errors(user.operator(), batch.batch().batch(), number(key), PAGE + 1),
                PAGE,
                Batches.Error::number);
    }

    private PagedList.Slice<Integer, Batches.Item> itemsAfter(Optional<Integer> key) {
        return PagedList.Slice.of(
                batches.items(user.operator(), batch.batch().batch(), number(key), PAGE + 1),
                PAGE,
                Batches.Item::number);
    }

    private static OptionalInt number(Optional<Integer> key) {
        return key.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The batch. */
    public BatchLine getBatch() {
        return batch;
    }

    /** Why profiles could not be made, a page at a time. */
    public PagedList<Integer, Batches.Error> getErrors() {
        return errors;
    }

    /** Its profiles, a page at a time. */
    public PagedList<Integer, Batches.Item> getItems() {
        return items;
    }

    /** The style class of a profile's state. */
    public String style(BatchItemState state) {
        return switch (state) {
            case BOUND -> "state-way";
            case INSTALLED -> "state-good";
            case FAILED -> "state-bad";
            case WITHDRAWN, KEY_DELETED -> "state-gone";
        };
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
