package org.mintline.smdpplus.lot;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.tenancy.OperatorId;

/** A lot of eUICCs of one maker, and who may bind profiles to them until when. */
@Entity
@Table(name = "euicc_lot")
public class EuiccLot {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "euicc_lot_seq")
    @SequenceGenerator(name = "euicc_lot_seq", sequenceName = "euicc_lot_seq", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "euicc_lot_operator", joinColumns = @JoinColumn(name = "lot_id"))
    @Column(name = "operator_id")
    private Set<Long> operators;

    @Column(name = "keys_expire_at", updatable = false)
    private Instant keysExpireAt;

    private boolean expired;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected EuiccLot() {}

    EuiccLot(String name, Set<OperatorId> operators, Instant keysExpireAt, String createdBy, Instant now) {
        this.name = name;
        this.operators = new HashSet<>(operators.stream().map(OperatorId::value).toList());
        this.keysExpireAt = keysExpireAt;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** All its keys that were not used before their time was over have been expired. */
    void expired() {
        expired = true;
    }

    /** Whether that operator may bind profiles to its eUICCs. */
    public boolean isFor(OperatorId operator) {
        return operators.contains(operator.value());
    }

    /** Whether keys may still be claimed. */
    public boolean isUsableAt(Instant now) {
        return now.isBefore(keysExpireAt);
    }

    /** Its number here. */
    public long id() {
        return id;
    }

    /** Its name, the only one of its name. */
    public String name() {
        return name;
    }

    Set<OperatorId> operators() {
        return operators.stream().map(OperatorId::new).collect(Collectors.toUnmodifiableSet());
    }

    Instant keysExpireAt() {
        return keysExpireAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
