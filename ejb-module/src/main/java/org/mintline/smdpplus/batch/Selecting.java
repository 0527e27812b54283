package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.smdpplus.batch.Selection.Failure;
import org.mintline.smdpplus.batch.Selection.Pair;
import org.mintline.smdpplus.batch.SuitableKeys.Suitable;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;

/** Chooses profiles and keys for the next lines of a batch and locks them, in the transaction of the caller. */
@Dependent
public class Selecting {
    private static final String NO_PROFILE = "the stock has no further profile of this type";
    private static final String NO_EUICC =
            "the lot has no further eUICC with a free key that takes profiles of this type";

    private final ProfileRepository profiles;
    private final SuitableKeys suitableKeys;

    /** Of the given parts. */
    @Inject
    public Selecting(ProfileRepository profiles, SuitableKeys suitableKeys) {
        this.profiles = profiles;
        this.suitableKeys = suitableKeys;
    }

    /** A line with what it names. */
    private record Resolved(OrderedProfile line, Optional<Profile> profile, Optional<Suitable> key) {}

    /** @param lines those that are next, at least one */
    Selection select(Batch batch, ProfileType type, List<OrderedProfile> lines) {
        List<Failure> failures = new ArrayList<>();
        List<Resolved> resolved = resolve(batch, type, lines, failures);
        SuitableKeys.Found any = suitableKeys.any(batch, type, without(resolved, Resolved::key));
        List<Pair> pairs = new ArrayList<>();
        Optional<String> shortage = pair(batch, resolved, any, pairs);
        int last = lines.get(lines.size() - 1).line();
        if (pairs.size() < resolved.size()) {
            last = resolved.get(pairs.size()).line().line() - 1;
        }
        int end = last;
        failures.removeIf(failure -> failure.line().filter(line -> line > end).isPresent());
        any.obstacles()
                .forEach((eid, reason) ->
                        failures.add(new Failure(Optional.empty(), Optional.empty(), Optional.of(eid), reason)));
        return new Selection(pairs, failures, end - lines.get(0).line() + 1, shortage);
    }

    private static <T> int without(List<Resolved> lines, Function<Resolved, Optional<T>> part) {
        return (int) lines.stream().filter(line -> part.apply(line).isEmpty()).count();
    }

    /** Gives each line what it does not name, up to where profiles or keys run out; returns which of them have run out for good. */
    private Optional<String> pair(Batch batch, List<Resolved> lines, SuitableKeys.Found any, List<Pair> pairs) {
        Deque<Suitable> keys = new ArrayDeque<>(any.keys());
        Deque<Profile> stock = new ArrayDeque<>(stock(batch, without(lines, Resolved::profile)));
        for (Resolved line : lines) {
            Optional<Suitable> key = line.key().or(() -> Optional.ofNullable(keys.poll()));
            if (key.isEmpty()) {
                return any.exhausted() ? Optional.of(NO_EUICC) : Optional.empty();
            }
            Optional<Profile> profile = line.profile().or(() -> Optional.ofNullable(stock.poll()));
            if (profile.isEmpty()) {
                return Optional.of(NO_PROFILE);
            }
            if (line.profile().isEmpty()) {
                batch.takenFromStockUpTo(profile.get().id());
            }
            pairs.add(new Pair(line.line().line(), profile.get(), key.get()));
        }
        return Optional.empty();
    }

    private List<Profile> stock(Batch batch, int wanted) {
        return wanted == 0 ? List.of() : profiles.takeFromStock(batch.profileTypeId(), batch.profileCursor(), wanted);
    }

    private List<Resolved> resolve(Batch batch, ProfileType type, List<OrderedProfile> lines, List<Failure> failures) {
        Map<String, Profile> named = named(lines);
        SuitableKeys.Found found = suitableKeys.of(
                batch, type, lines.stream().flatMap(line -> line.eid().stream()).toList());
        Map<String, Suitable> keys = found.keys().stream()
                .collect(Collectors.toMap(one -> one.euicc().eid().digits(), Function.identity()));
        List<Resolved> resolved = new ArrayList<>();
        for (OrderedProfile line : lines) {
            Optional<Profile> profile = line.iccid().map(named::get);
            Optional<Suitable> key = line.eid().map(keys::get);
            Optional<String> reason = line.iccid()
                    .flatMap(iccid -> unfit(type, profile))
                    .or(() -> line.eid().filter(eid -> key.isEmpty()).map(eid -> found.obstacles()
                            .getOrDefault(eid, "the lot has no free key of this eUICC")));
            if (reason.isPresent()) {
                failures.add(new Failure(Optional.of(line.line()), line.iccid(), line.eid(), reason.get()));
            } else {
                resolved.add(new Resolved(line, profile, key));
            }
        }
        return resolved;
    }

    private Map<String, Profile> named(List<OrderedProfile> lines) {
        List<String> iccids =
                lines.stream().flatMap(line -> line.iccid().stream()).toList();
        return iccids.isEmpty()
                ? Map.of()
                : profiles.lockByIccid(iccids).stream().collect(Collectors.toMap(Profile::iccid, Function.identity()));
    }

    private static Optional<String> unfit(ProfileType type, Optional<Profile> profile) {
        if (profile.filter(one -> one.operator().equals(type.operator())).isEmpty()) {
            return Optional.of("there is no such profile");
        }
        if (profile.get().typeId() != type.id()) {
            return Optional.of("the profile is of another type");
        }
        return profile.get().state() == ProfileState.AVAILABLE
                ? Optional.empty()
                : Optional.of("the profile is " + profile.get().state());
    }
}
