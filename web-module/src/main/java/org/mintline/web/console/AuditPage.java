package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditChain;
import org.mintline.audit.AuditLine;
import org.mintline.audit.AuditSearch;

/** Search in the audit trail, page by page, and the proof that nobody changed it. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private AuditSearch audit;

    @Inject
    private AuditChain chain;

    @Inject
    private ConsoleUser user;

    private String actor;
    private String action;
    private String subject;
    private LocalDate from;
    private LocalDate until;
    private AuditChain.Verification verification;

    private final Deque<AuditLine> ends = new ArrayDeque<>();
    private List<AuditLine> lines = List.of();
    private boolean more;

    /** Shows the newest lines that fit. */
    public void search() {
        ends.clear();
        load();
    }

    /** Shows the lines before these. */
    public void forward() {
        if (more) {
            ends.push(lines.get(lines.size() - 1));
            load();
        }
    }

    /** Shows the lines after these. */
    public void back() {
        ends.poll();
        load();
    }

    private void load() {
        List<AuditLine> found = audit.find(query(), Optional.ofNullable(ends.peek()), PAGE + 1);
        more = found.size() > PAGE;
        lines = more ? found.subList(0, PAGE) : found;
    }

    private AuditSearch.Query query() {
        return new AuditSearch.Query(
                user.operator(),
                given(actor),
                given(action),
                given(subject),
                Optional.ofNullable(from)
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                Optional.ofNullable(until)
                        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** Verifies the whole chain, which holds the lines of all operators: for the platform's staff. */
    public void verify() {
        if (!user.isPlatform()) {
            throw new NotAllowedException(user.getName());
        }
        verification = chain.verify();
    }

    /** How many lines are sealed. */
    public long getSealed() {
        return chain.end().sealNumber();
    }

    /** What the verification found, or null before it. */
    public String getVerdict() {
        if (verification == null) {
            return null;
        }
        return verification
                .firstBreak()
                .map(found -> Texts.of(
                        "audit.broken",
                        found.sealNumber(),
                        Texts.of("audit.defect." + found.defect()),
                        found.explanation()))
                .orElseGet(() -> Texts.of("audit.intact", verification.last() - verification.first() + 1));
    }

    /** Whether the verification found nothing wrong. */
    public boolean isIntact() {
        return verification != null && verification.firstBreak().isEmpty();
    }

    /** The lines of this page. */
    public List<AuditLine> getLines() {
        return lines;
    }

    /** Whether there is a page behind this one. */
    public boolean isMore() {
        return more;
    }

    /** Whether there is a page before this one. */
    public boolean isBefore() {
        return !ends.isEmpty();
    }

    /** The number of this page, from 1. */
    public int getNumber() {
        return ends.size() + 1;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
