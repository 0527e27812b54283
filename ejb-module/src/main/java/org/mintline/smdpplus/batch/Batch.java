package org.mintline.smdpplus.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.lot.EuiccLot;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.tenancy.OperatorId;

/** An order of many profiles, and how far it is. It changes its state only along {@link BatchState}. */
@Entity
@Table(name = "batch")
public class Batch {
    private static final int LONGEST_PROBLEM = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch_seq")
    @SequenceGenerator(name = "batch_seq", sequenceName = "batch_seq", allocationSize = 50)
    private Long id;

    @Column(name = "batch_id", updatable = false)
    private String batchId;

    @Column(name = "operator_id", updatable = false)
    private long operatorId;

    @Column(name = "profile_type_id", updatable = false)
    private long profileTypeId;

    @Column(name = "lot_id", updatable = false)
    private long lotId;

    @Column(updatable = false)
    private String line;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    @Column(updatable = false)
    private int amount;

    @Column(updatable = false)
    private boolean listed;

    @Column(name = "lines_done")
    private int linesDone;

    private int bound;

    private int failed;

    private int errors;

    @Column(name = "profile_cursor")
    private long profileCursor;

    @Column(name = "euicc_cursor")
    private long euiccCursor;

    @Column(name = "second_pass")
    private boolean secondPass;

    @Column(name = "withdraw_from")
    private int withdrawFrom;

    private int withdrawn;

    private boolean cleared;

    @Column(name = "digest_of_digests")
    private byte[] digestOfDigests;

    private String problem;

    @Column(name = "lease_number")
    private int leaseNumber;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Batch() {}

    /**
     * @param amount how many profiles
     * @param listed whether a list says which
     */
    Batch(
            BatchId batchId,
            ProfileType type,
            EuiccLot lot,
            String line,
            int amount,
            boolean listed,
            String requestedBy,
            Instant now) {
        this.batchId = batchId.toString();
        this.operatorId = type.operator().value();
        this.profileTypeId = type.id();
        this.lotId = lot.id();
        this.line = line;
        this.state = BatchState.ORDERED;
        this.amount = amount;
        this.listed = listed;
        this.requestedBy = requestedBy;
        this.createdAt = now;
    }

    /** A node works on it from now on, and whoever did before does no more. */
    void claim(Instant until) {
        leaseNumber++;
        leaseUntil = until;
        if (state == BatchState.ORDERED) {
            move(BatchEvent.START);
        }
    }

    /** The other end is told of it. */
    void announce(Instant now) {
        startedAt = now;
    }

    /** Whether that claim is the last one. */
    boolean isClaimedBy(int lease) {
        return leaseNumber == lease;
    }

    void extendLease(Instant until) {
        leaseUntil = until;
    }

    /** The profile with that number is bound, and all before it. */
    void bound(int number) {
        bound = number;
    }

    /** Takes the number of the next error. */
    int nextError() {
        return ++errors;
    }

    /**
     * Profiles were bound, and others could not be.
     *
     * @param lines how many of those that were ordered are done with it
     * @param newlyFailed how many of these could not be made
     */
    void advance(int lines, int newlyFailed, Instant now) {
        linesDone += lines;
        failed += newlyFailed;
        lastAt = now;
    }

    void takenFromStockUpTo(long profile) {
        profileCursor = profile;
    }

    void lookedAtUpTo(long euicc) {
        euiccCursor = euicc;
    }

    void beginSecondPass() {
        secondPass = true;
        euiccCursor = 0;
    }

    void pause(String reason) {
        move(BatchEvent.PAUSE);
        tell(reason);
        leaseUntil = null;
    }

    /** Goes on, and looks at all profiles and eUICCs again. */
    void resume(Instant now) {
        move(BatchEvent.RESUME);
        problem = null;
        profileCursor = 0;
        euiccCursor = 0;
        secondPass = false;
        leaseUntil = now;
    }

    void finish(byte[] digest, Instant now) {
        move(BatchEvent.FINISH);
        digestOfDigests = digest;
        finishedAt = now;
        leaseUntil = null;
    }

    /** Whether a receipt says what its manifest said. */
    boolean isReceiptOf(int received, byte[] digest) {
        return digestOfDigests != null && received == bound && MessageDigest.isEqual(digestOfDigests, digest);
    }

    void receive() {
        move(BatchEvent.RECEIVE);
        problem = null;
    }

    void cancel(Instant now) {
        move(BatchEvent.CANCEL);
        withdrawFrom = bound;
        finishedAt = now;
        leaseUntil = now;
    }

    /** A cancellation has looked at all profiles from that number on. */
    void withdrawn(int from, int newlyWithdrawn) {
        withdrawFrom = from - 1;
        withdrawn += newlyWithdrawn;
    }

    void clear() {
        cleared = true;
        leaseUntil = null;
    }

    /** Something is wrong with it. */
    void tell(String what) {
        problem = what.substring(0, Math.min(what.length(), LONGEST_PROBLEM));
    }

    private void move(BatchEvent event) {
        state = state.after(event)
                .orElseThrow(() -> new Batches.WrongStateException("a batch in state " + state + " takes no " + event));
    }

    long id() {
        return id;
    }

    BatchId batchId() {
        return BatchId.of(batchId);
    }

    OperatorId operator() {
        return new OperatorId(operatorId);
    }

    long profileTypeId() {
        return profileTypeId;
    }

    long lotId() {
        return lotId;
    }

    String line() {
        return line;
    }

    BatchState state() {
        return state;
    }

    int amount() {
        return amount;
    }

    boolean isListed() {
        return listed;
    }

    int linesDone() {
        return linesDone;
    }

    int linesLeft() {
        return amount - linesDone;
    }

    int bound() {
        return bound;
    }

    int failed() {
        return failed;
    }

    long profileCursor() {
        return profileCursor;
    }

    long euiccCursor() {
        return euiccCursor;
    }

    boolean isSecondPass() {
        return secondPass;
    }

    int withdrawFrom() {
        return withdrawFrom;
    }

    int withdrawn() {
        return withdrawn;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    int leaseNumber() {
        return leaseNumber;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> lastAt() {
        return Optional.ofNullable(lastAt);
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
