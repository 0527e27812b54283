package org.mintline.web.rest.administration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.factory.FactoryPartners;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;
import org.mintline.web.rest.administration.OperatorBodies.ClientCertificateView;

/** Bodies about aggregator and local provisioning server. */
public final class FactoryBodies {
    private FactoryBodies() {}

    /**
     * A partner to be registered.
     *
     * @param kind what it is
     * @param name its name
     * @param certificate its client certificate, in PEM
     */
    public record NewPartner(
            @NotNull FactoryPartners.Kind kind,
            @NotNull @Size(min = 1, max = 80) String name,
            @NotNull @Size(max = 16384) String certificate) {}

    /**
     * A lot that a local provisioning server may fetch.
     *
     * @param name its name
     * @param expiresAt from when on its packages are not handed out, or absent
     */
    public record PartnerLot(
            @NotNull @Size(min = 1, max = 255) String name, Instant expiresAt) {
        FactoryPartners.Lot lot() {
            return new FactoryPartners.Lot(name, Optional.ofNullable(expiresAt));
        }
    }

    /**
     * The lots that a local provisioning server may fetch.
     *
     * @param lots all of them
     */
    public record PartnerLots(@NotNull @Size(max = 1000) List<@NotNull PartnerLot> lots) {}

    /**
     * A partner.
     *
     * @param kind what it is
     * @param name its name
     * @param certificate by which it is known
     * @param lots which it may fetch
     */
    public record PartnerView(
            FactoryPartners.Kind kind, String name, ClientCertificateView certificate, List<PartnerLot> lots) {
        static PartnerView of(FactoryPartners.Partner partner) {
            return new PartnerView(
                    partner.kind(),
                    partner.name(),
                    ClientCertificateView.of(partner.certificate()),
                    partner.lots().stream()
                            .map(lot ->
                                    new PartnerLot(lot.name(), lot.expiresAt().orElse(null)))
                            .toList());
        }
    }

    /**
     * A lot that is downloaded.
     *
     * @param name its name
     * @param expiresAt from when on its packages are not handed out, or absent
     * @param requestedAt since when it is downloaded
     * @param askedAt when the aggregator was asked last, or absent
     * @param problem what went wrong then, or absent
     * @param profiles how many packages are in each state
     */
    public record LocalLotView(
            String name,
            Instant expiresAt,
            Instant requestedAt,
            Instant askedAt,
            String problem,
            Map<LocalProfileState, Long> profiles) {
        static LocalLotView of(LocalStock.Lot lot) {
            return new LocalLotView(
                    lot.name(),
                    lot.expiresAt().orElse(null),
                    lot.requestedAt(),
                    lot.askedAt().orElse(null),
                    lot.problem().orElse(null),
                    lot.profiles());
        }
    }

    /**
     * A package at a local provisioning server.
     *
     * @param id its number here, for paging
     * @param lot of which lot
     * @param batch of which batch
     * @param number within the batch
     * @param eid for which eUICC
     * @param iccid of the profile
     * @param state where it stands
     * @param reason why it was refused or failed, or absent
     * @param changedAt when its state changed
     */
    public record LocalProfileView(
            long id,
            String lot,
            String batch,
            int number,
            String eid,
            String iccid,
            LocalProfileState state,
            String reason,
            Instant changedAt) {
        static LocalProfileView of(LocalStock.Profile profile) {
            return new LocalProfileView(
                    profile.id(),
                    profile.lot(),
                    profile.batch(),
                    profile.number(),
                    profile.eid(),
                    profile.iccid(),
                    profile.state(),
                    profile.reason().orElse(null),
                    profile.changedAt());
        }
    }

    /**
     * What goes to the aggregator.
     *
     * @param waiting how much waits for the line
     * @param refused how much the aggregator did not take
     */
    public record OutgoingReports(long waiting, long refused) {
        static OutgoingReports of(LocalStock.Reports reports) {
            return new OutgoingReports(reports.waiting(), reports.refused());
        }
    }
}
