package org.mintline.factory.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.Aggregation.LotView;
import org.mintline.factory.Aggregation.Position;
import org.mintline.factory.Aggregation.Receipt;
import org.mintline.factory.Aggregation.Refusal;

/** The aggregator at the other end of the line, which may be cut: then every function ends with an {@link IOException}. */
public interface Aggregator {
    /**
     * Packages as they came over the line.
     *
     * @param packages 'FF40' each, encoded; not looked at yet
     * @param next where the next page goes on
     */
    record Page(List<byte[]> packages, Optional<Position> next) {}

    /** The lots that this server may fetch. */
    List<LotView> lots() throws IOException;

    /** Packages that were not acknowledged. */
    Page packages(String lot, Optional<Position> after) throws IOException;

    /** Tells what is here; returns what the aggregator has otherwise. */
    List<Refusal> acknowledge(String lot, List<Receipt> receipts) throws IOException;

    /** Carries reports of devices; returns what is not taken. */
    List<Refusal> report(List<byte[]> reports) throws IOException;

    /** Carries proofs of deleted keys; returns what is not taken. */
    List<Refusal> deletedKeys(List<byte[]> proofs) throws IOException;
}
