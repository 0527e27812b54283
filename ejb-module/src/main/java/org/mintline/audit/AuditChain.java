package org.mintline.audit;

import java.util.Optional;

/** The chain of seals over the audit trail, and its proof. */
public interface AuditChain {
    /**
     * A point of the chain, to be kept outside of the database: what was sealed up to it cannot be replaced unseen.
     *
     * @param sealNumber how many lines are sealed up to here; 0 before the first
     * @param chainValue 32 bytes
     */
    record Anchor(long sealNumber, byte[] chainValue) {}

    /** How the chain is broken. */
    enum Defect {
        /** A sealed line is gone, or a seal is. */
        REMOVED,
        /** A line or a seal does not have the content that was written. */
        CHANGED,
        /** A line stands in the table that this server did not write, or that was never given to be sealed. */
        INSERTED
    }

    /**
     * The first place where the chain is broken.
     *
     * @param sealNumber the number of the seal, or of the one after the last for what stands outside of the chain
     * @param explanation for the auditor
     */
    record Break(Defect defect, long sealNumber, String explanation) {}

    /**
     * What a verification found.
     *
     * @param first the first seal that was looked at
     * @param last the last one
     * @param firstBreak where the chain is broken; empty if all is well
     */
    record Verification(long first, long last, Optional<Break> firstBreak) {}

    /** Where the chain ends now. */
    Anchor end();

    /** Verifies the whole trail: each line and seal, that nothing stands beside the chain, and that the chain ends where it should. */
    Verification verify();

    /**
     * Verifies a part of the chain.
     *
     * @param first the number of its first seal, from 1
     * @param last the number of its last seal; seals beyond the end of the chain count as removed
     */
    Verification verify(long first, long last);

    /** Whether the chain still has an earlier end of it at its place. */
    boolean holds(Anchor anchor);
}
