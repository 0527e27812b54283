package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.audit.CurrentActor;
import org.mintline.configuration.MintlineConfiguration;

/** The lines over the database and what this node remembers of them. */
@Stateless
public class LinesBean implements Lines {
    private static final int LARGEST_PAGE = 1_000;

    private LineRepository repository;
    private LineMonitors monitors;
    private LineReception reception;
    private DeadLetters deadLetters;
    private AuditTrail trail;
    private CurrentActor actor;
    private Set<String> lines;

    /** For the container. */
    protected LinesBean() {}

    /** Over the given parts. */
    @Inject
    LinesBean(
            LineRepository repository,
            LineMonitors monitors,
            LineReception reception,
            DeadLetters deadLetters,
            AuditTrail trail,
            CurrentActor actor,
            MintlineConfiguration configuration) {
        this(
                repository,
                monitors,
                reception,
                deadLetters,
                trail,
                actor,
                configuration.lines().names());
    }

    LinesBean(
            LineRepository repository,
            LineMonitors monitors,
            LineReception reception,
            DeadLetters deadLetters,
            AuditTrail trail,
            CurrentActor actor,
            Set<String> lines) {
        this.repository = repository;
        this.monitors = monitors;
        this.reception = reception;
        this.deadLetters = deadLetters;
        this.trail = trail;
        this.actor = actor;
        this.lines = lines;
    }

    @Override
    public List<LineStatus> list() {
        return lines.stream().sorted().map(this::status).toList();
    }

    private LineStatus status(String line) {
        Optional<LineStateEntity> state = repository.state(line);
        return monitors.of(line)
                .status(
                        line,
                        state.map(LineStateEntity::isPaused).orElse(false),
                        repository.backlog(line),
                        state.map(LineStateEntity::sent).orElse(0L));
    }

    @Override
    public void pause(String line, boolean paused) {
        require(line);
        repository.lockState(line).pause(paused);
        trail.record(new AuditEvent(
                Optional.empty(), actor.name(), paused ? "pauseLine" : "resumeLine", "line:" + line, "done", ""));
    }

    @Override
    public List<DeadLetter> deadLetters(String line, long before, int most) {
        require(line);
        if (most < 1 || most > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to 1,000 messages");
        }
        return deadLetters.list(line, before, most);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<DeadLetter> retry(String line, long number) {
        IncomingMessage message = letter(line, number);
        try {
            reception.deliver(message);
        } catch (RuntimeException e) {
            return Optional.of(deadLetters.triedAgain(number, LineFailures.reason(e), actor.name()));
        }
        deadLetters.remove(number, "retryLineMessage", actor.name());
        return Optional.empty();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void drop(String line, long number) {
        letter(line, number);
        deadLetters.remove(number, "dropLineMessage", actor.name());
    }

    private IncomingMessage letter(String line, long number) {
        return deadLetters
                .find(line, number)
                .orElseThrow(() -> new IllegalArgumentException("line " + line + " has no dead letter " + number));
    }

    private void require(String line) {
        if (!lines.contains(line)) {
            throw new IllegalArgumentException("there is no line " + line);
        }
    }
}
