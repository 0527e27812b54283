package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.eligibility.Eligibility;
import org.mintline.smdpplus.lot.LotEuicc;
import org.mintline.smdpplus.lot.LotKey;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.ProfileType;

/** Free keys of eUICCs that take the profiles of a type, as far as their EUICCInfo2 tells. */
@Dependent
public class SuitableKeys {
    /** What stands against a profile of a type is the same for all of them. */
    private static final Iccid ANY = new Iccid("89000000000000000000");

    private final KeySource source;
    private final LotRepository lots;
    private final SmDpPlusKeys serverKeys;

    /** Of the given parts. */
    @Inject
    public SuitableKeys(KeySource source, LotRepository lots, SmDpPlusKeys serverKeys) {
        this.source = source;
        this.lots = lots;
        this.serverKeys = serverKeys;
    }

    /**
     * A key, locked.
     *
     * @param serverKeys with which this server signs for the eUICC
     */
    record Suitable(LotKey key, LotEuicc euicc, SmDpPlusKeys.KeySet serverKeys) {}

    /**
     * What was found.
     *
     * @param keys each of another eUICC
     * @param obstacles why other eUICCs were passed over, by EID
     * @param exhausted whether the lot has no further free key
     */
    record Found(List<Suitable> keys, Map<String, String> obstacles, boolean exhausted) {}

    /** Keys of any eUICCs that come next. */
    Found any(Batch batch, ProfileType type, int wanted) {
        if (wanted == 0) {
            return new Found(List.of(), Map.of(), false);
        }
        KeySource.Found found = source.any(batch, wanted);
        return sorted(type, found.keys(), found.exhausted());
    }

    /** Keys of these eUICCs. */
    Found of(Batch batch, ProfileType type, Collection<String> eids) {
        return sorted(type, eids.isEmpty() ? List.of() : source.of(batch, eids), false);
    }

    private Found sorted(ProfileType type, List<LotKey> keys, boolean exhausted) {
        List<Suitable> suitable = new ArrayList<>();
        Map<String, String> obstacles = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            return new Found(suitable, obstacles, exhausted);
        }
        Map<Long, LotEuicc> euiccs =
                lots.euiccs(keys.stream().map(LotKey::euiccId).toList());
        StoreMetadataRequest metadata = type.metadata(ANY);
        Set<String> served = new HashSet<>();
        for (LotKey key : keys) {
            LotEuicc euicc = euiccs.get(key.euiccId());
            String eid = euicc.eid().digits();
            EuiccInfo2 info = euicc.euiccInfo2();
            Optional<SmDpPlusKeys.KeySet> own = keySet(euicc, info.euiccCiPKIdListForVerification());
            Optional<String> obstacle = Eligibility.obstacle(type.requirements(), metadata, info)
                    .map(Eligibility.Obstacle::detail)
                    .or(() -> own.isPresent()
                            ? Optional.empty()
                            : Optional.of("no own certificate stands under a CI key that the eUICC verifies, on the"
                                    + " curve of its preloaded keys"));
            if (obstacle.isPresent()) {
                obstacles.put(eid, obstacle.get());
            } else if (served.add(eid)) {
                suitable.add(new Suitable(key, euicc, own.orElseThrow()));
            }
        }
        obstacles.keySet().removeAll(served);
        return new Found(suitable, obstacles, exhausted);
    }

    /** The CI key of the eUICC's own chain comes first. */
    private Optional<SmDpPlusKeys.KeySet> keySet(LotEuicc euicc, List<SubjectKeyIdentifier> verified) {
        return Stream.concat(Stream.of(euicc.euiccCiPKId()).filter(verified::contains), verified.stream())
                .flatMap(ci -> serverKeys.keySet(ci.value()).stream())
                .filter(set -> EllipticCurve.of(set.dpPbCertificate().getPublicKey()) == euicc.curve())
                .findFirst();
    }
}
