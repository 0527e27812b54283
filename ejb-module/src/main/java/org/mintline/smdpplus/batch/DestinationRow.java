package org.mintline.smdpplus.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.smdpplus.Batches;
import org.mintline.tenancy.OperatorId;

/** A line on which the batches of an operator may go out. */
@Entity
@Table(name = "batch_destination")
public class DestinationRow {
    private static final String ANY = "";

    /** All there is of it. */
    @Embeddable
    public record Key(
            @Column(name = "operator_id") long operatorId,
            @Column(name = "profile_class") String profileClass,
            String line)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    /** For the persistence provider. */
    protected DestinationRow() {}

    DestinationRow(OperatorId operator, Batches.Destination destination) {
        key = new Key(
                operator.value(),
                destination.profileClass().map(ProfileClass::name).orElse(ANY),
                destination.line());
    }

    Batches.Destination described() {
        return new Batches.Destination(
                key.profileClass().equals(ANY)
                        ? Optional.empty()
                        : Optional.of(ProfileClass.valueOf(key.profileClass())),
                key.line());
    }
}
