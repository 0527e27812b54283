package org.mintline.smdpplus.imports;

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
import java.time.Instant;
import java.util.Optional;
import org.mintline.smdpplus.ProfileImports.State;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.tenancy.OperatorId;

/** A file that brings profiles into stock, and how far it is worked off. */
@Entity
@Table(name = "profile_import")
public class ProfileImport {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profile_import_seq")
    @SequenceGenerator(name = "profile_import_seq", sequenceName = "profile_import_seq", allocationSize = 50)
    private Long id;

    @Column(name = "operator_id", updatable = false)
    private long operatorId;

    @Column(name = "profile_type_id", updatable = false)
    private long profileTypeId;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Enumerated(EnumType.STRING)
    @Column(name = "file_format", updatable = false)
    private ImportFormat fileFormat;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "size_bytes")
    private long sizeBytes;

    @Column(name = "lines_done")
    private long linesDone;

    @Column(name = "bytes_done")
    private long bytesDone;

    private long accepted;

    private long rejected;

    private String refusal;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected ProfileImport() {}

    ProfileImport(ProfileType type, String fileName, ImportFormat fileFormat, String requestedBy, Instant now) {
        this.operatorId = type.operator().value();
        this.profileTypeId = type.id();
        this.fileName = fileName;
        this.fileFormat = fileFormat;
        this.state = State.RECEIVING;
        this.requestedBy = requestedBy;
        this.createdAt = now;
    }

    void received(long bytes) {
        this.sizeBytes = bytes;
        this.state = State.WAITING;
    }

    void claim(Instant until) {
        this.state = State.RUNNING;
        this.leaseUntil = until;
    }

    void advance(long lines, long bytes, int newlyAccepted, int newlyRejected, Instant until) {
        this.linesDone = lines;
        this.bytesDone = bytes;
        this.accepted += newlyAccepted;
        this.rejected += newlyRejected;
        this.leaseUntil = until;
    }

    void finish(Instant now) {
        this.state = State.FINISHED;
        this.finishedAt = now;
        this.leaseUntil = null;
    }

    void refuse(String reason, Instant now) {
        this.state = State.REFUSED;
        this.refusal = reason;
        this.finishedAt = now;
        this.leaseUntil = null;
    }

    long id() {
        return id;
    }

    OperatorId operator() {
        return new OperatorId(operatorId);
    }

    long profileTypeId() {
        return profileTypeId;
    }

    String fileName() {
        return fileName;
    }

    ImportFormat fileFormat() {
        return fileFormat;
    }

    State state() {
        return state;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    long linesDone() {
        return linesDone;
    }

    long bytesDone() {
        return bytesDone;
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** What a part of the file is sealed with. */
    static String partContext(long importId, int partNumber) {
        return "import:" + importId + ":part:" + partNumber;
    }
}
