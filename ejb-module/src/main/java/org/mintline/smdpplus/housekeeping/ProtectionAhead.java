package org.mintline.smdpplus.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.smdpplus.protection.PackageStock;
import org.mintline.smdpplus.transaction.Transactions;

/**
 * Protects packages by random keys before their devices ask for them: of ordered profiles first, then as many of those in stock as
 * their type wants.
 */
@ApplicationScoped
public class ProtectionAhead {
    private static final int CHUNK = 50;
    private static final int CHUNKS_A_TYPE = 40;
    private static final List<ProfileState> ORDERED =
            List.of(ProfileState.RELEASED, ProfileState.CONFIRMED, ProfileState.LINKED, ProfileState.ALLOCATED);

    private ProfileTypeRepository types;
    private PackageStock stock;
    private Transactions transactions;

    /** For the container. */
    protected ProtectionAhead() {}

    /** Of the given parts. */
    @Inject
    public ProtectionAhead(ProfileTypeRepository types, PackageStock stock, Transactions transactions) {
        this.types = types;
        this.stock = stock;
        this.transactions = transactions;
    }

    /** Protects what is wanted now, at most 2,000 packages a type and state, so that the next run sees new orders soon. */
    public void run() {
        for (ProfileType type : transactions.call(types::listProtectedAhead)) {
            if (type.protection() == Protection.RANDOM_KEYS) {
                ORDERED.forEach(state -> inChunks(type, state, Integer.MAX_VALUE));
                inChunks(type, ProfileState.AVAILABLE, type.protectedAhead());
            }
        }
    }

    private void inChunks(ProfileType type, ProfileState state, int wanted) {
        for (int chunk = 0; chunk < CHUNKS_A_TYPE; chunk++) {
            int made = transactions.call(() -> stock.protect(type.id(), state, wanted, CHUNK));
            if (made < CHUNK) {
                return;
            }
        }
    }
}
