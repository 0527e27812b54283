package org.mintline.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;

/**
 * The profiles that came in batches, as the packets that install them (PSS-6). Whoever serves devices other than by images takes the
 * packets from here, page by page, and says what became of them.
 *
 * <p>All functions work in the transaction of the caller, or in one of their own if it has none.
 */
public interface PacketStore {
    /** The longest page. */
    int MAXIMUM_PAGE = PageLimit.MAXIMUM;

    /**
     * Which profiles; all conditions hold together. At least one of EID, ICCID and batch makes a list that is found by an index; without
     * any, all profiles are listed.
     *
     * @param eid for which eUICC
     * @param iccid with which ICCID
     * @param batch of which batch
     * @param state in which state
     */
    record Filter(Optional<Eid> eid, Optional<Iccid> iccid, Optional<BatchId> batch, Optional<DeliveryState> state) {
        /** All profiles. */
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** All for an eUICC. */
        public static Filter of(Eid eid) {
            return new Filter(Optional.of(eid), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** All of a batch. */
        public static Filter of(BatchId batch) {
            return new Filter(Optional.empty(), Optional.empty(), Optional.of(batch), Optional.empty());
        }
    }

    /**
     * A profile.
     *
     * @param id its number here, the key from which a page goes on
     * @param batch of which batch
     * @param number within the batch, from 1
     * @param eid for which eUICC
     * @param iccid with which ICCID
     * @param profileClass of which class
     * @param state where it stands
     * @param receivedAt when it came
     * @param changedAt when its state changed
     */
    record StoredProfile(
            long id,
            BatchId batch,
            int number,
            Eid eid,
            Iccid iccid,
            ProfileClass profileClass,
            DeliveryState state,
            Instant receivedAt,
            Instant changedAt) {}

    /**
     * A page of a list.
     *
     * @param items the lines
     * @param next what to give as {@code after} for the next page; empty at the end
     */
    record Page<T>(List<T> items, OptionalLong next) {}

    /**
     * A place within a lot: batches by their identifiers, profiles by their numbers.
     *
     * @param batch of the last profile that was seen
     * @param number of it
     */
    record LotPosition(BatchId batch, int number) {}

    /**
     * A page of a lot.
     *
     * @param profiles by batch and number
     * @param next what to give as {@code after} for the next page; empty at the end
     */
    record LotPage(List<StoredProfile> profiles, Optional<LotPosition> next) {}

    /**
     * A page of profiles, in the order in which they came.
     *
     * @param after the {@code next} of the page before
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    Page<StoredProfile> list(Filter filter, OptionalLong after, int limit);

    /**
     * A page of the profiles of a lot whose batches are whole, in an order that stays. Profiles of cancelled batches are left out.
     *
     * @param lot as their batches were announced for it
     * @param notFetchedBy leaves out what this consumer has fetched
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    LotPage listLot(String lot, Optional<String> notFetchedBy, Optional<LotPosition> after, int limit);

    /** One profile. */
    Optional<StoredProfile> find(long id);

    /** One profile of a batch. */
    Optional<StoredProfile> find(BatchId batch, int number);

    /** The packets of a profile; empty once they were purged. */
    Optional<ProfilePackets> packets(long id);

    /**
     * Says that a consumer has the packets of these profiles; nothing changes for those that it had before. It does not change their state.
     *
     * @param consumer 1 to 100 characters
     * @param profiles at most {@value #MAXIMUM_PAGE}
     */
    void markFetched(String consumer, List<Long> profiles);

    /**
     * What happened to a profile: handed out, installed or failed. A repetition changes nothing.
     *
     * @param event {@link DeliveryEvent#HAND_OUT}, {@link DeliveryEvent#INSTALL} or {@link DeliveryEvent#FAIL}
     * @param actor who says so, for the audit line
     * @return whether it changed the state
     * @throws IllegalArgumentException if there is no such profile
     * @throws SupportException if the event is not allowed in its state
     */
    boolean happened(long id, DeliveryEvent event, String actor);
}
