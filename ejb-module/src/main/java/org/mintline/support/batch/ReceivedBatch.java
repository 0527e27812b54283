package org.mintline.support.batch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.support.BatchState;
import org.mintline.support.ReceivedBatches.Announced;

/** A row of {@code received_batch}. */
@Entity
@Table(name = "received_batch")
class ReceivedBatch {
    private static final int LONGEST_MISMATCH = 200;

    @Id
    private String batch;

    private String line;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private Integer orderedAmount;
    private String operatorName;
    private String generationServer;
    private String profileType;

    @Enumerated(EnumType.STRING)
    private ProfileClass profileClass;

    private String lot;
    private Integer manifestAmount;
    private byte[] digestOfDigests;
    private String mismatch;
    private Instant firstMessageAt;
    private Instant closedAt;

    @Version
    private int version;

    protected ReceivedBatch() {}

    ReceivedBatch(BatchId batch, String line, Instant now) {
        this.batch = batch.toString();
        this.line = line;
        this.state = BatchState.RECEIVING;
        this.firstMessageAt = now;
    }

    BatchId batch() {
        return BatchId.of(batch);
    }

    String line() {
        return line;
    }

    BatchState state() {
        return state;
    }

    Instant firstMessageAt() {
        return firstMessageAt;
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    Optional<String> mismatch() {
        return Optional.ofNullable(mismatch);
    }

    Optional<Announced> announced() {
        return Optional.ofNullable(orderedAmount)
                .map(amount -> new Announced(
                        amount, operatorName, generationServer, profileType, profileClass, Optional.ofNullable(lot)));
    }

    Optional<BatchManifest> manifest() {
        return Optional.ofNullable(manifestAmount).map(amount -> new BatchManifest(batch(), amount, digestOfDigests));
    }

    void announce(BatchAnnouncement announcement) {
        orderedAmount = announcement.amount();
        operatorName = announcement.operator();
        generationServer = announcement.generationServer();
        profileType = announcement.profileType();
        profileClass = announcement.profileClass();
        lot = announcement.lot().orElse(null);
    }

    void end(BatchManifest manifest) {
        manifestAmount = manifest.amount();
        digestOfDigests = Arrays.copyOf(manifest.digestOfDigests(), manifest.digestOfDigests().length);
    }

    void whole(Instant now) {
        close(BatchState.WHOLE, now);
    }

    void mismatched(String sentence, Instant now) {
        mismatch = sentence.substring(0, Math.min(sentence.length(), LONGEST_MISMATCH));
        close(BatchState.MISMATCHED, now);
    }

    void cancelled(Instant now) {
        close(BatchState.CANCELLED, now);
    }

    private void close(BatchState end, Instant now) {
        state = end;
        closedAt = now;
    }
}
