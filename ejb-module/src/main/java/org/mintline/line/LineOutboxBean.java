package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.rsp.bulk.ProfilePackets;

/** Leaves messages in the database. */
@Stateless
public class LineOutboxBean implements LineOutbox {
    private static final int LONGEST_IDENTIFIER = 100;
    private static final int SHORTEST_PREFIX = 16;

    private LineRepository repository;
    private Set<String> lines;

    /** For the container. */
    protected LineOutboxBean() {}

    /** Over the given parts. */
    @Inject
    LineOutboxBean(LineRepository repository, MintlineConfiguration configuration) {
        this(repository, configuration.lines().names());
    }

    LineOutboxBean(LineRepository repository, Set<String> lines) {
        this.repository = repository;
        this.lines = lines;
    }

    @Override
    public Set<String> lines() {
        return lines;
    }

    @Override
    public int room(String line) {
        require(line);
        return repository.backlog(line).room();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void send(String line, LineMessage message) {
        sendAll(line, List.of(message));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void sendAll(String line, List<LineMessage> messages) {
        require(line);
        messages.forEach(LineOutboxBean::requireBounds);
        Set<String> waiting = repository.waiting(
                line, messages.stream().map(LineMessage::identifier).toList());
        messages.stream()
                .filter(message -> waiting.add(message.identifier()))
                .forEach(message -> repository.add(new LineMessageEntity(line, message)));
    }

    private static void requireBounds(LineMessage message) {
        if (message.identifier().isEmpty()
                || message.identifier().length() > LONGEST_IDENTIFIER
                || message.content().length > ProfilePackets.MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("a message has an identifier of 1 to " + LONGEST_IDENTIFIER
                    + " characters and a content of at most " + ProfilePackets.MAXIMUM_LENGTH + " bytes");
        }
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public int withdraw(String line, String identifierPrefix) {
        require(line);
        if (identifierPrefix.length() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException("a prefix has at least " + SHORTEST_PREFIX + " characters");
        }
        return repository.deleteBehind(line, repository.lockState(line).inFlightTo(), identifierPrefix);
    }

    private void require(String line) {
        if (!lines.contains(line)) {
            throw new IllegalArgumentException("there is no line " + line);
        }
    }
}
