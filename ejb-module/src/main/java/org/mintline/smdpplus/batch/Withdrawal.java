package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.line.LineOutbox;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.smdpplus.lot.LotKey;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;

/** Takes the profiles of a cancelled batch back from the line, as far as they have not left, the last ones first. */
@Dependent
public class Withdrawal {
    private static final int CHUNK = 100;

    private final BatchRepository batches;
    private final ProfileRepository profiles;
    private final LotRepository lots;
    private final LineOutbox outbox;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public Withdrawal(
            BatchRepository batches, ProfileRepository profiles, LotRepository lots, LineOutbox outbox, Clock clock) {
        this.batches = batches;
        this.profiles = profiles;
        this.lots = lots;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at the next hundred. */
    void chunk(Batch batch) {
        int from = Math.max(1, batch.withdrawFrom() - CHUNK + 1);
        List<BatchItem> back = batches.range(batch.id(), from, batch.withdrawFrom()).stream()
                .filter(item -> item.state() == BatchItemState.BOUND)
                .filter(item -> outbox.withdraw(
                                batch.line(),
                                BatchMessages.identifier(
                                        batch.batchId(), item.key().number()))
                        > 0)
                .toList();
        giveBack(back);
        batch.withdrawn(from, back.size());
    }

    private void giveBack(List<BatchItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<Long, Profile> bound = profiles
                .lock(items.stream().map(BatchItem::profileId).toList())
                .stream()
                .collect(Collectors.toMap(Profile::id, Function.identity()));
        Map<Long, LotKey> keys =
                lots.keys(items.stream().map(BatchItem::lotKeyId).toList());
        for (BatchItem item : items) {
            item.to(BatchItemState.WITHDRAWN, Optional.empty(), now);
            Profile profile = bound.get(item.profileId());
            if (ProfileFate.of(profile.state(), profile.order().downloadAttempts(), true, false)
                    == ProfileFate.BACK_IN_STOCK) {
                profile.withdraw(now);
            }
            LotKey key = keys.get(item.lotKeyId());
            if (key.state() == KeyState.CLAIMED) {
                key.giveBack(now);
            }
        }
    }
}
