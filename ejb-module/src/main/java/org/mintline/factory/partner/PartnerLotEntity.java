package org.mintline.factory.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.mintline.factory.FactoryPartners.Lot;

/** A row of {@code factory_partner_lot}. */
@Entity
@Table(name = "factory_partner_lot")
class PartnerLotEntity {
    @Id
    private String lot;

    private Long partnerId;
    private Instant expiresAt;

    protected PartnerLotEntity() {}

    PartnerLotEntity(long partnerId, Lot lot) {
        this.lot = lot.name();
        this.partnerId = partnerId;
        this.expiresAt = lot.expiresAt().orElse(null);
    }

    long partnerId() {
        return partnerId;
    }

    Lot toLot() {
        return new Lot(lot, Optional.ofNullable(expiresAt));
    }
}
