package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.tenancy.OperatorId;

/** Lots of eUICCs with preloaded one-time keys, to which profiles are bound before a device is there (OFF-1, OFF-2, OFF-7). */
public interface EuiccLots {
    /** The most bad eUICCs of a file that are told one by one. */
    int MOST_BAD = 1_000;

    /**
     * A lot.
     *
     * @param operators who may bind profiles to its eUICCs
     * @param keysExpireAt from when on its keys are not claimed any more
     */
    record Lot(
            long id,
            String name,
            Set<OperatorId> operators,
            Instant keysExpireAt,
            String createdBy,
            Instant createdAt) {}

    /**
     * A lot, and how much of it there is.
     *
     * @param euiccs how many eUICCs it has
     * @param keys how many of its keys are in each state
     */
    record Detail(Lot lot, long euiccs, Map<KeyState, Long> keys) {}

    /**
     * A key of a lot.
     *
     * @param id its number, for paging
     * @param keyIdentifier 32 hexadecimal digits
     * @param iccid of the profile that claimed it
     */
    record Key(long id, String keyIdentifier, String eid, KeyState state, Optional<String> iccid, Instant changedAt) {}

    /**
     * How a file was taken in. The same file may come again: what is there already changes nothing.
     *
     * @param euiccs eUICCs whose keys are there now, those that were there before too
     * @param newKeys keys that were not there before
     * @param rejected eUICCs that were not taken
     * @param bad the first of these, at most {@value #MOST_BAD}
     */
    record Received(long euiccs, long newKeys, long rejected, List<BadEuicc> bad) {
        /** Copies the list. */
        public Received {
            bad = List.copyOf(bad);
        }
    }

    /**
     * An eUICC of a file that was not taken.
     *
     * @param number which one of the file, from 1
     * @param reason why
     */
    record BadEuicc(long number, String reason) {}

    /**
     * What a proof of deletion changed.
     *
     * @param eid of the eUICC that signed it
     * @param deleted how many keys are known to be deleted now and were not before
     * @param backInStock the ICCIDs of profiles that were bound to them and may be bound to another eUICC now
     */
    record Deleted(String eid, int deleted, List<String> backInStock) {}

    /** What is not done. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * Makes a lot without eUICCs.
     *
     * @param name 1 to 100 characters
     * @param operators at least one
     * @throws RefusedException if there is a lot of that name, the name is too long, nobody may use it, or its time is over
     */
    Lot create(String name, Set<OperatorId> operators, Instant keysExpireAt, String actor);

    /** The lot with that number. */
    Optional<Detail> find(Optional<OperatorId> operator, long id);

    /** The lots that an operator may use, the latest first; {@code after} is the next of the page before. */
    ProfileCatalogue.Page<Lot> list(Optional<OperatorId> operator, OptionalLong after, int limit);

    /** The keys of a lot in the order of their numbers; {@code after} is the next of the page before. */
    ProfileCatalogue.Page<Key> keys(Optional<OperatorId> operator, long lot, OptionalLong after, int limit);

    /**
     * Takes a file of PreloadedKeys in ({@code docs/formats/preloaded-keys.md}), one eUICC after another, in chunks of one transaction. Whoever
     * is interrupted sends the file again.
     *
     * @param content the file, read to its end in pieces of bounded size
     * @throws IOException if the content cannot be read; what was taken before stays
     * @throws RefusedException if there is no such lot
     */
    Received receive(long lot, InputStream content, String actor) throws IOException;

    /**
     * Takes the proof of an eUICC that it deleted its unused keys: the profiles in packages that were bound to them can be given to
     * others.
     *
     * @param response DeleteUnusedKeysResponse, encoded
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed
     * @throws RefusedException if it is not genuine, or no lot has this eUICC
     */
    Deleted deleted(byte[] response, String actor);
}
