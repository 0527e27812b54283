package org.mintline.web.rest.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.batch.BatchItemState;
import org.mintline.smdpplus.batch.BatchState;
import org.mintline.tenancy.OperatorId;

/** Bodies about batches of profiles. */
public final class BatchBodies {
    private static final int SECONDS_AN_HOUR = 3600;

    private BatchBodies() {}

    /**
     * An order of many profiles.
     *
     * @param operator the number of the operator whose profiles they are
     * @param profileType of which type
     * @param amount how many; may be absent where a list says which
     * @param iccids which profiles, or absent for any in stock
     * @param eids for which eUICCs, line by line, or absent for any of the lot
     * @param lot the name of the lot that the eUICCs are of
     * @param line on which it goes out; absent for one of the operator's destinations
     */
    public record NewBatch(
            @NotNull @Min(1) Long operator,
            @NotNull @Size(min = 1, max = 64) String profileType,
            @Min(1) @Max(Batches.MOST) Integer amount,
            @Size(max = Batches.LONGEST_LIST) List<@NotNull String> iccids,
            @Size(max = Batches.LONGEST_LIST) List<@NotNull String> eids,
            @NotNull @Size(min = 1, max = 100) String lot,
            @Size(max = 100) String line) {
        Batches.Order order(OperatorId owner, String actor) {
            return new Batches.Order(
                    owner,
                    profileType,
                    amount == null ? 0 : amount,
                    iccids == null ? List.of() : iccids,
                    eids == null ? List.of() : eids,
                    lot,
                    Optional.ofNullable(line),
                    actor);
        }
    }

    /**
     * A batch.
     *
     * @param number its number, for paging
     * @param batch its identifier, 32 hexadecimal digits
     * @param operator the number of the operator whose profiles they are
     * @param profileType of which type
     * @param lot the name of its lot
     * @param line on which it goes out
     * @param state where it is
     * @param ordered how many profiles were ordered
     * @param bound how many are bound and handed to the line
     * @param failed how many could not be made
     * @param withdrawn how many a cancellation got back before they left
     * @param installed how many are installed
     * @param failedAtDevices how many are not, as devices told
     * @param problem why it does not go on, or what is wrong with it, or absent
     * @param profilesAnHour how fast it was so far, or absent
     * @param secondsLeft how long it will take at this rate, or absent
     * @param requestedBy who ordered it
     * @param createdAt when
     * @param startedAt when it was begun, or absent
     * @param lastAt when its last profile was bound, or absent
     * @param finishedAt when all of it was handed to the line, or it was cancelled, or absent
     */
    public record BatchView(
            long number,
            String batch,
            long operator,
            String profileType,
            String lot,
            String line,
            BatchState state,
            int ordered,
            int bound,
            int failed,
            int withdrawn,
            long installed,
            long failedAtDevices,
            String problem,
            Long profilesAnHour,
            Long secondsLeft,
            String requestedBy,
            Instant createdAt,
            Instant startedAt,
            Instant lastAt,
            Instant finishedAt) {
        static BatchView of(Batches.Progress progress) {
            return new BatchView(
                    progress.number(),
                    progress.batch().toString(),
                    progress.operator().value(),
                    progress.profileType(),
                    progress.lot(),
                    progress.line(),
                    progress.state(),
                    progress.ordered(),
                    progress.bound(),
                    progress.failed(),
                    progress.withdrawn(),
                    progress.installed(),
                    progress.failedAtDevices(),
                    progress.problem().orElse(null),
                    progress.rate().isPresent()
                            ? Long.valueOf(Math.round(progress.rate().getAsDouble() * SECONDS_AN_HOUR))
                            : null,
                    progress.timeLeft().map(Duration::toSeconds).orElse(null),
                    progress.requestedBy(),
                    progress.createdAt(),
                    progress.startedAt().orElse(null),
                    progress.lastAt().orElse(null),
                    progress.finishedAt().orElse(null));
        }
    }

    /**
     * A page of batches.
     *
     * @param items the batches
     * @param next what to give as {@code after} for the next page; absent at the end
     */
    public record BatchPage(List<BatchView> items, Long next) {
        static BatchPage of(ProfileCatalogue.Page<Batches.Progress> page) {
            return new BatchPage(page.items().stream().map(BatchView::of).toList(), Pages.next(page));
        }
    }

    /**
     * Why an ordered profile could not be made, or an eUICC was passed over.
     *
     * @param number which error, from 1
     * @param line which of the ordered profiles, or absent
     * @param iccid of the profile, or absent
     * @param eid of the eUICC, or absent
     * @param reason why
     */
    public record BatchErrorView(int number, Integer line, String iccid, String eid, String reason) {
        static BatchErrorView of(Batches.Error error) {
            return new BatchErrorView(
                    error.number(),
                    error.line().isPresent() ? Integer.valueOf(error.line().getAsInt()) : null,
                    error.iccid().orElse(null),
                    error.eid().orElse(null),
                    error.reason());
        }
    }

    /**
     * A profile of a batch.
     *
     * @param number within the batch, from 1
     * @param iccid of the profile
     * @param eid of its eUICC
     * @param state where it is
     * @param reason why it failed at its device, or absent
     * @param changedAt since when it is there
     */
    public record BatchProfileView(
            int number, String iccid, String eid, BatchItemState state, String reason, Instant changedAt) {
        static BatchProfileView of(Batches.Item item) {
            return new BatchProfileView(
                    item.number(),
                    item.iccid(),
                    item.eid(),
                    item.state(),
                    item.reason().orElse(null),
                    item.changedAt());
        }
    }

    /**
     * What a station told of a profile.
     *
     * @param batch of which batch it is
     * @param number of the profile within it
     * @param event what happened
     * @param at when
     * @param station where
     * @param reason why it failed, or absent
     * @param signed whether the eUICC's signature came with it
     */
    public record StationReportView(
            String batch, int number, DeviceEvent event, Instant at, String station, String reason, boolean signed) {
        static StationReportView of(Batches.Report report) {
            return new StationReportView(
                    report.batch().toString(),
                    report.number(),
                    report.event(),
                    report.at(),
                    report.station(),
                    report.reason().orElse(null),
                    report.signed());
        }
    }

    /**
     * On which lines the batches of an operator may go out.
     *
     * @param destinations those for a class are taken for it alone; among several, the line with the most room
     */
    public record DestinationTable(@NotNull @Size(max = 100) List<@NotNull @Valid DestinationLine> destinations) {
        static DestinationTable of(List<Batches.Destination> destinations) {
            return new DestinationTable(destinations.stream()
                    .map(one -> new DestinationLine(one.profileClass().orElse(null), one.line()))
                    .toList());
        }

        List<Batches.Destination> decoded() {
            return destinations.stream()
                    .map(one -> new Batches.Destination(Optional.ofNullable(one.profileClass()), one.line()))
                    .toList();
        }
    }

    /**
     * A destination.
     *
     * @param profileClass of the profiles; absent for any
     * @param line the name of the line
     */
    public record DestinationLine(
            ProfileClass profileClass,
            @NotNull @Size(min = 1, max = 100) String line) {}
}
