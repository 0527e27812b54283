package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.configuration.MintlineConfiguration;

/**
 * What the sender of a line takes from the outbox, batch by batch. One node sends on a line at a time; when it dies, its lease runs
 * out and another one goes on. Each function is a transaction of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutgoingMessages {
    static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final long BATCH_BYTES = 4_000_000;

    private LineRepository repository;
    private String node;
    private Clock clock;

    /** For the container. */
    protected OutgoingMessages() {}

    /** Over the given parts. */
    @Inject
    OutgoingMessages(LineRepository repository, MintlineConfiguration configuration, Clock clock) {
        this(repository, configuration.lines().node(), clock);
    }

    OutgoingMessages(LineRepository repository, String node, Clock clock) {
        this.repository = repository;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Messages that are to be given to the broker, in this order.
     *
     * @param ids of their rows
     * @param messages at least one
     */
    public record Batch(List<Long> ids, List<LineMessage> messages) {}

    /** Makes a line known, if it is not yet. */
    public void open(String line) {
        if (repository.state(line).isEmpty()) {
            repository.add(new LineStateEntity(line));
        }
    }

    /**
     * The next messages, of which this node is the sender now.
     *
     * @param delivered what the broker has got since; it is forgotten here
     * @return empty if nothing waits, the line is paused, or another node sends
     */
    public Optional<Batch> next(String line, Optional<Batch> delivered) {
        Instant now = clock.instant();
        LineStateEntity state = repository.lockState(line);
        delivered.ifPresent(batch -> {
            repository.delete(batch.ids());
            state.delivered(batch.ids().size());
        });
        if (state.isPaused() || !state.lease(node, now, now.plus(LEASE))) {
            return Optional.empty();
        }
        List<LineMessageEntity> rows = repository.first(line, BATCH, BATCH_BYTES);
        if (rows.isEmpty()) {
            state.release();
            return Optional.empty();
        }
        state.handOver(rows.get(rows.size() - 1).id());
        return Optional.of(new Batch(
                rows.stream().map(LineMessageEntity::id).toList(),
                rows.stream().map(LineMessageEntity::message).toList()));
    }
}
