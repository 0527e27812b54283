package org.mintline.line;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code line_dead_letter}: what could not be taken in and waits for a person. */
@Entity
@Table(name = "line_dead_letter")
class DeadLetterEntity {
    private static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "line_dead_letter_seq")
    @SequenceGenerator(name = "line_dead_letter_seq", sequenceName = "line_dead_letter_seq", allocationSize = 50)
    private Long id;

    private String line;
    private String kind;
    private String identifier;
    private int length;

    @Embedded
    private SplitContent content;

    private String reason;
    private int tries;
    private Instant arrivedAt;

    protected DeadLetterEntity() {}

    DeadLetterEntity(IncomingMessage message, String reason, Instant now) {
        this.line = message.line();
        this.kind = message.kind();
        this.identifier = message.identifier();
        this.length = message.length();
        this.content = message.content().map(SplitContent::new).orElse(null);
        this.arrivedAt = now;
        because(reason);
    }

    void triedAgain(String reasonNow) {
        tries++;
        because(reasonNow);
    }

    private void because(String words) {
        reason = words.substring(0, Math.min(words.length(), LONGEST_REASON));
    }

    IncomingMessage message() {
        return new IncomingMessage(
                line, kind, identifier, length, Optional.ofNullable(content).map(SplitContent::joined));
    }

    DeadLetter deadLetter() {
        return new DeadLetter(id, line, kind, identifier, length, content != null, reason, tries, arrivedAt);
    }
}
