package org.mintline.line;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A row of {@code line_message}: what waits to be sent. */
@Entity
@Table(name = "line_message")
class LineMessageEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "line_message_seq")
    @SequenceGenerator(name = "line_message_seq", sequenceName = "line_message_seq", allocationSize = 50)
    private Long id;

    private String line;

    @Enumerated(EnumType.STRING)
    private LineMessageKind kind;

    private String identifier;
    private int length;

    @Embedded
    private SplitContent content;

    protected LineMessageEntity() {}

    LineMessageEntity(String line, LineMessage message) {
        this.line = line;
        this.kind = message.kind();
        this.identifier = message.identifier();
        this.length = message.content().length;
        this.content = new SplitContent(message.content());
    }

    long id() {
        return id;
    }

    LineMessage message() {
        return new LineMessage(kind, identifier, content.joined());
    }
}
