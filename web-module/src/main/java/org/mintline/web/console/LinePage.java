package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.mintline.line.DeadLetter;
import org.mintline.line.LineStatus;
import org.mintline.line.Lines;

/** One line, and the messages that came on it and could not be taken in: each is tried again or dropped. */
@Named
@ViewScoped
public class LinePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private Lines lines;

    @Inject
    private ConsoleUser user;

    private String name;
    private transient LineStatus status;

    private final PagedList<Long, DeadLetter> letters = new PagedList<>(this::after);

    /** Reads the line. */
    public void load() throws IOException {
        user.requirePlatform();
        Optional<LineStatus> found = NotFound.unless(
                lines.list().stream().filter(one -> one.name().equals(name)).findFirst());
        if (found.isPresent()) {
            status = found.get();
            letters.refresh();
        }
    }

    private PagedList.Slice<Long, DeadLetter> after(Optional<Long> key) {
        user.requirePlatform();
        return PagedList.Slice.of(
                lines.deadLetters(name, key.orElse(Long.MAX_VALUE), PAGE + 1), PAGE, DeadLetter::number);
    }

    /** Has a message taken in after all. */
    public void retry(DeadLetter letter) throws IOException {
        user.requireAdministrator();
        try {
            Optional<DeadLetter> refused = lines.retry(name, letter.number());
            if (refused.isPresent()) {
                Messages.refused(
                        "letters.refused-again",
                        letter.identifier(),
                        refused.get().reason());
            } else {
                Messages.done("letters.taken", letter.identifier());
            }
        } catch (IllegalArgumentException gone) {
            Messages.refused("letters.gone", letter.identifier());
        }
        load();
    }

    /** Drops a message for good. */
    public void drop(DeadLetter letter) throws IOException {
        user.requireAdministrator();
        try {
            lines.drop(name, letter.number());
            Messages.done("letters.dropped", letter.identifier());
        } catch (IllegalArgumentException gone) {
            Messages.refused("letters.gone", letter.identifier());
        }
        load();
    }

    /** The line. */
    public LineStatus getStatus() throws IOException {
        if (status == null) {
            load();
        }
        return status;
    }

    /** The style class of its state. */
    public String getStyle() throws IOException {
        return LinesPage.style(getStatus().state());
    }

    /** The messages that wait for a person, a page at a time. */
    public PagedList<Long, DeadLetter> getLetters() {
        return letters;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
