package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.smdpplus.lot.KeyClaims;
import org.mintline.smdpplus.lot.LotKey;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;

/** The profiles of batches, where the keys that they are bound to come to their end. */
@Dependent
public class BoundProfiles implements KeyClaims {
    private final BatchRepository batches;
    private final ProfileRepository profiles;

    /** Of the given parts. */
    @Inject
    public BoundProfiles(BatchRepository batches, ProfileRepository profiles) {
        this.batches = batches;
        this.profiles = profiles;
    }

    @Override
    public List<String> deleted(List<LotKey> keys, Instant now) {
        List<BatchItem> items = keys.isEmpty() ? List.of() : batches.itemsOf(keys);
        if (items.isEmpty()) {
            return List.of();
        }
        Map<Long, Profile> bound = profiles
                .lock(items.stream().map(BatchItem::profileId).toList())
                .stream()
                .collect(Collectors.toMap(Profile::id, Function.identity()));
        List<String> back = new ArrayList<>();
        for (BatchItem item : items) {
            item.to(BatchItemState.KEY_DELETED, Optional.empty(), now);
            Profile profile = bound.get(item.profileId());
            if (ProfileFate.of(profile.state(), profile.order().downloadAttempts(), false, true)
                    == ProfileFate.BACK_IN_STOCK) {
                profile.withdraw(now);
                back.add(profile.iccid());
            }
        }
        return back;
    }
}
