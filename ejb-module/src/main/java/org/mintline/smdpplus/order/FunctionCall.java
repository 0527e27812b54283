package org.mintline.smdpplus.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An ES2+ call that was executed, with its answer. */
@Entity
@Table(name = "function_call")
public class FunctionCall {
    /** Who called, by which functionCallIdentifier. */
    @Embeddable
    public record Key(
            @Column(name = "operator_id") long operatorId,
            @Column(name = "function_call_identifier") String functionCallIdentifier)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "function_name")
    private String functionName;

    @Column(name = "sealed_content_hash")
    private byte[] sealedContentHash;

    private String answer;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For the persistence provider. */
    protected FunctionCall() {}

    FunctionCall(Key key, String functionName, byte[] sealedContentHash, String answer, Instant now) {
        this.key = key;
        this.functionName = functionName;
        this.sealedContentHash = sealedContentHash;
        this.answer = answer;
        this.createdAt = now;
    }

    String functionName() {
        return functionName;
    }

    byte[] sealedContentHash() {
        return sealedContentHash;
    }

    String answer() {
        return answer;
    }

    /** Who called, by which functionCallIdentifier. */
    public Key key() {
        return key;
    }

    /** When it was executed. */
    public Instant createdAt() {
        return createdAt;
    }
}
