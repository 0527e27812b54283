package org.mintline.web.rest.administration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.tenancy.OperatorId;

/** Bodies about lots of eUICCs. */
public final class LotBodies {
    private LotBodies() {}

    /**
     * A lot to be made.
     *
     * @param name its name, which no other lot has
     * @param operators the numbers of those who may bind profiles to its eUICCs
     * @param keysExpireAt from when on its keys are not claimed any more: ISO 8601, in UTC
     */
    public record NewLot(
            @NotNull @Size(min = 1, max = 100) String name,
            @NotNull @Size(min = 1, max = 100) List<@NotNull Long> operators,
            @NotNull @Size(max = 40) String keysExpireAt) {
        Instant keysExpire() {
            try {
                return Instant.parse(keysExpireAt);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("keysExpireAt is no time, as 2027-01-31T00:00:00Z", e);
            }
        }
    }

    /**
     * A lot.
     *
     * @param id its number
     * @param name its name
     * @param operators the numbers of those who may bind profiles to its eUICCs
     * @param keysExpireAt from when on its keys are not claimed any more
     * @param createdBy who made it
     * @param createdAt when
     */
    public record LotView(
            long id, String name, List<Long> operators, Instant keysExpireAt, String createdBy, Instant createdAt) {
        static LotView of(EuiccLots.Lot lot) {
            return new LotView(
                    lot.id(),
                    lot.name(),
                    lot.operators().stream().map(OperatorId::value).sorted().toList(),
                    lot.keysExpireAt(),
                    lot.createdBy(),
                    lot.createdAt());
        }
    }

    /**
     * A lot and how much of it there is.
     *
     * @param lot the lot
     * @param euiccs how many eUICCs it has
     * @param keys how many of its keys are in each state
     */
    public record LotDetail(LotView lot, long euiccs, Map<KeyState, Long> keys) {
        static LotDetail of(EuiccLots.Detail detail) {
            return new LotDetail(LotView.of(detail.lot()), detail.euiccs(), detail.keys());
        }
    }

    /**
     * A page of lots.
     *
     * @param items the lots
     * @param next what to give as {@code after} for the next page; absent at the end
     */
    public record LotPage(List<LotView> items, Long next) {
        static LotPage of(ProfileCatalogue.Page<EuiccLots.Lot> page) {
            return new LotPage(page.items().stream().map(LotView::of).toList(), Pages.next(page));
        }
    }

    /**
     * A preloaded key.
     *
     * @param id its number, for paging
     * @param keyIdentifier 32 hexadecimal digits
     * @param eid of its eUICC
     * @param state where it is
     * @param iccid of the profile that claimed it, or absent
     * @param changedAt since when it is there
     */
    public record PreloadedKeyView(
            long id, String keyIdentifier, String eid, KeyState state, String iccid, Instant changedAt) {
        static PreloadedKeyView of(EuiccLots.Key key) {
            return new PreloadedKeyView(
                    key.id(),
                    key.keyIdentifier(),
                    key.eid(),
                    key.state(),
                    key.iccid().orElse(null),
                    key.changedAt());
        }
    }

    /**
     * A page of preloaded keys.
     *
     * @param items the keys
     * @param next what to give as {@code after} for the next page; absent at the end
     */
    public record PreloadedKeyPage(List<PreloadedKeyView> items, Long next) {
        static PreloadedKeyPage of(ProfileCatalogue.Page<EuiccLots.Key> page) {
            return new PreloadedKeyPage(
                    page.items().stream().map(PreloadedKeyView::of).toList(), Pages.next(page));
        }
    }

    /**
     * How a file of preloaded keys was taken in.
     *
     * @param euiccs eUICCs whose keys are there now
     * @param newKeys keys that were not there before
     * @param rejected eUICCs that were not taken
     * @param bad the first of these
     */
    public record PreloadedKeysReceived(long euiccs, long newKeys, long rejected, List<BadEuiccView> bad) {
        static PreloadedKeysReceived of(EuiccLots.Received received) {
            return new PreloadedKeysReceived(
                    received.euiccs(),
                    received.newKeys(),
                    received.rejected(),
                    received.bad().stream()
                            .map(bad -> new BadEuiccView(bad.number(), bad.reason()))
                            .toList());
        }
    }

    /**
     * An eUICC that was not taken.
     *
     * @param number which one of the file, from 1
     * @param reason why
     */
    public record BadEuiccView(long number, String reason) {}

    /**
     * What a proof of deletion changed.
     *
     * @param eid of the eUICC that signed it
     * @param deleted how many keys are known to be deleted and were not before
     * @param backInStock the ICCIDs of profiles that may be bound to another eUICC now
     */
    public record DeletedKeysView(String eid, int deleted, List<String> backInStock) {
        static DeletedKeysView of(EuiccLots.Deleted deleted) {
            return new DeletedKeysView(deleted.eid(), deleted.deleted(), deleted.backInStock());
        }
    }
}
