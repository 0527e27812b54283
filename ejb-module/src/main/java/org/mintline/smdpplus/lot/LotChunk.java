package org.mintline.smdpplus.lot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.VerifiedPreloadedKeys;

/** What happens to a chunk of verified eUICCs within one transaction. */
@Dependent
public class LotChunk {
    private final LotRepository lots;
    private final AuditTrail audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public LotChunk(LotRepository lots, AuditTrail audit, Clock clock) {
        this.lots = lots;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An eUICC whose keys are verified.
     *
     * @param number which one of the file
     * @param publicKey of CERT.EUICC
     */
    record Genuine(long number, VerifiedPreloadedKeys keys, PublicKey publicKey) {}

    /**
     * What came of a chunk.
     *
     * @param euiccs those that are there now
     * @param newKeys keys that were not there before
     * @param refused why others were not taken, by their numbers in the file
     */
    record Added(int euiccs, int newKeys, Map<Long, String> refused) {}

    /** Adds what is not there yet. */
    Added add(long lot, List<Genuine> chunk, String actor) {
        Map<String, LotEuicc> euiccs = new HashMap<>();
        lots.findEuiccs(chunk.stream().map(one -> one.keys().eid().digits()).toList())
                .forEach(known -> euiccs.put(identity(known.eid().digits(), known.euiccCi()), known));
        Map<String, LotKey> keys = new HashMap<>();
        lots.findKeys(chunk.stream()
                        .flatMap(one -> one.keys().keys().stream())
                        .map(key -> key.keyIdentifier().text())
                        .toList())
                .forEach(known -> keys.put(known.keyIdentifier(), known));
        Map<Long, String> refused = new TreeMap<>();
        int newKeys = 0;
        for (Genuine one : chunk) {
            Optional<String> reason = obstacle(lot, one, euiccs, keys);
            if (reason.isPresent()) {
                refused.put(one.number(), reason.get());
            } else {
                newKeys += add(lot, one, euiccs, keys);
            }
        }
        int taken = chunk.size() - refused.size();
        audit.record(new AuditEvent(
                Optional.empty(),
                actor,
                "receivePreloadedKeys",
                "lot:" + lot,
                "done",
                taken + " eUICCs, " + newKeys + " new keys, " + refused.size() + " refused"));
        return new Added(taken, newKeys, refused);
    }

    private static Optional<String> obstacle(
            long lot, Genuine one, Map<String, LotEuicc> euiccs, Map<String, LotKey> keys) {
        LotEuicc known = euiccs.get(identity(one));
        if (known != null && known.lotId() != lot) {
            return Optional.of("the eUICC is in another lot, number " + known.lotId());
        }
        boolean takenByAnother = one.keys().keys().stream()
                .map(key -> keys.get(key.keyIdentifier().text()))
                .anyMatch(key -> key != null && (known == null || key.euiccId() != known.id()));
        return takenByAnother ? Optional.of("a key identifier is that of another eUICC") : Optional.empty();
    }

    private int add(long lot, Genuine one, Map<String, LotEuicc> euiccs, Map<String, LotKey> keys) {
        Instant now = clock.instant();
        LotEuicc euicc = euiccs.computeIfAbsent(identity(one), absent -> {
            LotEuicc made = new LotEuicc(lot, one.keys(), one.publicKey(), now);
            lots.add(made);
            return made;
        });
        int added = 0;
        for (PreloadedKey key : one.keys().keys()) {
            if (!keys.containsKey(key.keyIdentifier().text())) {
                LotKey made = new LotKey(euicc, key, now);
                lots.add(made);
                keys.put(made.keyIdentifier(), made);
                added++;
            }
        }
        return added;
    }

    private static String identity(Genuine one) {
        return identity(one.keys().eid().digits(), LotEuicc.text(one.keys().euiccCiPKId()));
    }

    private static String identity(String eid, String ci) {
        return eid + "/" + ci;
    }
}
