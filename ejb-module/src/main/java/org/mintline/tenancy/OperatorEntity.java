package org.mintline.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code operator}. */
@Entity
@Table(name = "operator")
class OperatorEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "operator_seq")
    @SequenceGenerator(name = "operator_seq", sequenceName = "operator_seq", allocationSize = 50)
    private Long id;

    private String name;
    private String functionRequesterIdentifier;
    private String callbackAddress;
    private Instant createdAt;

    @Version
    private int version;

    protected OperatorEntity() {}

    OperatorEntity(String name, String functionRequesterIdentifier, Optional<URI> callbackAddress, Instant createdAt) {
        this.name = name;
        this.functionRequesterIdentifier = functionRequesterIdentifier;
        this.createdAt = createdAt;
        changeCallbackAddress(callbackAddress);
    }

    final void changeCallbackAddress(Optional<URI> address) {
        callbackAddress = address.map(URI::toString).orElse(null);
    }

    Operator toOperator() {
        return new Operator(
                new OperatorId(id),
                name,
                functionRequesterIdentifier,
                Optional.ofNullable(callbackAddress).map(URI::create));
    }
}
