package org.mintline.web.rest.factory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.mintline.factory.Aggregation;
import org.mintline.rsp.bulk.BatchId;

/** Bodies of the aggregator. */
public final class AggregationBodies {
    private AggregationBodies() {}

    /**
     * A lot of the caller's.
     *
     * @param name its name
     * @param isMore whether there are packages that the caller did not acknowledge
     * @param expiresAt from when on its packages must not be handed out, or absent
     */
    public record OfferedLot(String name, boolean isMore, Instant expiresAt) {
        static OfferedLot of(Aggregation.LotView lot) {
            return new OfferedLot(lot.name(), lot.isMore(), lot.expiresAt().orElse(null));
        }
    }

    /**
     * Packages that are kept durably.
     *
     * @param receipts one for each
     */
    public record Receipts(
            @NotNull @Size(min = 1, max = 200) List<@NotNull Receipt> receipts) {}

    /**
     * A package that is kept durably.
     *
     * @param batch of which batch
     * @param number within the batch
     * @param digest SHA-256 over the package as it is kept, hexadecimal
     */
    public record Receipt(
            @NotNull @Size(max = 32) @Pattern(regexp = "[0-9A-Fa-f]{32}")
            String batch,

            @NotNull @Min(1) @Max(1_000_000) Integer number,

            @NotNull @Size(max = 64) @Pattern(regexp = "[0-9a-f]{64}")
            String digest) {
        Aggregation.Receipt receipt() {
            return new Aggregation.Receipt(
                    BatchId.of(batch), number, HexFormat.of().parseHex(digest));
        }
    }

    /**
     * Something of a list that was not taken, and never will be.
     *
     * @param index its place in the list, from 0
     * @param reason in words
     */
    public record RefusedObject(int index, String reason) {
        static List<RefusedObject> of(List<Aggregation.Refusal> refusals) {
            return refusals.stream()
                    .map(refusal -> new RefusedObject(refusal.index(), refusal.reason()))
                    .toList();
        }
    }
}
