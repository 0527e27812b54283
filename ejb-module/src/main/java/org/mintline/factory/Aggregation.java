package org.mintline.factory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;

/**
 * The aggregator (OFF-3), as local provisioning servers call it. Packages came in batches on the lines of several SM-DP+s; what the factory
 * reports goes back on the line of its batch. Every function may be repeated.
 */
public interface Aggregation {
    /** The longest page, and the longest list of receipts or reports. */
    int MAXIMUM_PAGE = 200;

    /** How many bytes of packets a page has at most, but for its first profile. */
    int MAXIMUM_PAGE_BYTES = 4 * 1024 * 1024;

    /**
     * A lot of the caller's.
     *
     * @param name its name
     * @param isMore whether there are packages that the caller did not acknowledge
     * @param expiresAt from when on its packages must not be handed out
     */
    record LotView(String name, boolean isMore, Optional<Instant> expiresAt) {}

    /**
     * A place within a lot.
     *
     * @param batch of the last profile that was seen
     * @param number of it
     */
    record Position(BatchId batch, int number) {}

    /**
     * Packages of a lot.
     *
     * @param profiles as they came
     * @param next where the next page goes on; empty at the end
     */
    record Page(List<ProfilePackets> profiles, Optional<Position> next) {}

    /**
     * Says that a package is kept durably where it is needed.
     *
     * @param digest SHA-256 over the package as it is kept there, 32 bytes
     */
    record Receipt(BatchId batch, int number, byte[] digest) {}

    /**
     * Something of a list that was not taken, and never will be.
     *
     * @param index its place in the list, from 0
     * @param reason in words
     */
    record Refusal(int index, String reason) {}

    /** The lots that the caller may fetch, by name. */
    List<LotView> lots(Partner server);

    /**
     * Packages of a lot that the caller has not acknowledged.
     *
     * @param after where the page before ended
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     * @throws FactoryException if it is no lot of the caller's, or its time is over
     */
    Page packages(Partner server, String lot, Optional<Position> after, int limit);

    /**
     * Takes receipts: what they name is not offered to the caller again.
     *
     * @return what is not of the lot, or is not here as the caller has it
     * @throws FactoryException if it is no lot of the caller's, or the list is too long
     */
    List<Refusal> acknowledge(Partner server, String lot, List<Receipt> receipts);

    /**
     * Takes reports of devices, 'FF45', and hands each over to the line of its batch.
     *
     * @param reports encoded
     * @return what is malformed, or about nothing that the caller may have
     * @throws FactoryException if the list is too long
     */
    List<Refusal> report(Partner server, List<byte[]> reports);

    /**
     * Takes proofs of eUICCs that they deleted their unused keys, 'FF22', and hands each over to the lines of all batches that have a package
     * for that eUICC.
     *
     * @param proofs encoded
     * @return what is malformed, or about no eUICC of the caller's lots
     * @throws FactoryException if the list is too long
     */
    List<Refusal> deletedKeys(Partner server, List<byte[]> proofs);
}
