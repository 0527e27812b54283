package org.mintline.smdpplus.order;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.keys.Seal;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.identification.MatchingId;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.smdpplus.Es2Plus.Call;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;

/** What the functions of ES2+ do with a profile (SGP.22 v2.5, clauses 5.3.1 to 5.3.4), in the transaction of the caller. */
@Dependent
public class DownloadOrders {
    private final ProfileRepository profiles;
    private final ProfileTypeRepository types;
    private final Seal seal;
    private final AuditTrail audit;
    private final SmDpPlusPolicy policy;
    private final Randomness randomness;
    private final Clock clock;
    /** Of the given parts. */
    @Inject
    public DownloadOrders(
            ProfileRepository profiles,
            ProfileTypeRepository types,
            Seal seal,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Randomness randomness,
            Clock clock) {
        this.profiles = profiles;
        this.types = types;
        this.seal = seal;
        this.audit = audit;
        this.policy = policy;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** ES2+.DownloadOrder: reserves the profile of that ICCID, or one of that type. */
    String place(Call call, Es2Plus.DownloadOrder order) {
        order.eid().ifPresent(Numbers::eid);
        Optional<ProfileType> type = order.profileType().map(name -> typeOf(call, name));
        Profile profile;
        if (order.iccid().isPresent()) {
            profile = profileOf(call, order.iccid().get());
            if (type.isPresent() && type.get().id() != profile.typeId()) {
                throw new FunctionException(
                        StatusCode.PROFILE_TYPE_NOT_ALIGNED, profile.iccid(), "the Profile is of another type");
            }
        } else {
            ProfileType wanted = type.orElseThrow(() -> new FunctionException(
                    StatusCode.REQUEST_PARAMETER_MISSING, "either iccid or profileType is needed"));
            profile = profiles.takeFromStock(wanted.id())
                    .orElseThrow(() -> new FunctionException(
                            StatusCode.PROFILE_TYPE_EXHAUSTED, wanted.name(), "no Profile of this type is available"));
        }
        ProfileState before = profile.state();
        profile.order(order.eid(), clock.instant());
        record(call, "downloadOrder", profile, before);
        return profile.iccid();
    }

    /** ES2+.ConfirmOrder. */
    Es2Plus.OrderConfirmed confirm(Call call, Es2Plus.ConfirmOrder order) {
        Profile profile = profileOf(call, order.iccid());
        ProfileState before = profile.state();
        if (before != ProfileState.ALLOCATED && before != ProfileState.LINKED) {
            throw new FunctionException(
                    StatusCode.ICCID_IN_USE, profile.iccid(), "a Profile in state " + before + " cannot be confirmed");
        }
        Optional<String> eid = eidOf(profile, order);
        if (order.smdsAddress().filter(address -> !address.isBlank()).isPresent()) {
            throw new FunctionException(StatusCode.SMDS_ADDRESS_INVALID, "this SM-DP+ registers events at no SM-DS");
        }
        MatchingId matchingId = matchingIdOf(order, eid);
        Instant now = clock.instant();
        profile.confirm(
                order.releaseFlag(),
                matchingId.text(),
                eid,
                order.confirmationCode().map(code -> sealed(profile, code)),
                now.plus(policy.orderLifetime()),
                now);
        record(call, "confirmOrder", profile, before);
        return new Es2Plus.OrderConfirmed(eid, matchingId.text(), Optional.of(policy.address()));
    }

    /** ES2+.CancelOrder. */
    void cancel(Call call, Es2Plus.CancelOrder order) {
        Profile profile = profileOf(call, order.iccid());
        ProfileState before = profile.state();
        boolean available =
                switch (order.finalProfileStatusIndicator()) {
                    case "Available" -> true;
                    case "Unavailable" -> false;
                    default ->
                        throw new FunctionException(
                                StatusCode.REQUEST_INVALID,
                                "finalProfileStatusIndicator is neither Available nor Unavailable");
                };
        requireOrderOf(profile, order);
        Instant now = clock.instant();
        if (available) {
            profile.cancelToAvailable(now);
        } else {
            profile.cancelToUnavailable(now, now.plus(policy.secretsLifetime()));
        }
        record(call, "cancelOrder", profile, before);
    }

    /** ES2+.ReleaseProfile. */
    void release(Call call, String iccid) {
        Profile profile = profileOf(call, iccid);
        ProfileState before = profile.state();
        profile.release(clock.instant());
        record(call, "releaseProfile", profile, before);
    }

    private Profile profileOf(Call call, String iccid) {
        Profile profile = profiles.findByIccid(Numbers.iccid(iccid).digits())
                .orElseThrow(() -> new FunctionException(StatusCode.ICCID_UNKNOWN, iccid, "no such Profile"));
        if (!profile.operator().equals(call.operator().id())) {
            throw new FunctionException(StatusCode.ICCID_NOT_ALLOWED, iccid, "the Profile belongs to another operator");
        }
        return profile;
    }

    private ProfileType typeOf(Call call, String name) {
        return types.findByName(call.operator().id(), name)
                .orElseThrow(
                        () -> new FunctionException(StatusCode.PROFILE_TYPE_UNKNOWN, name, "no such Profile Type"));
    }

    private static Optional<String> eidOf(Profile profile, Es2Plus.ConfirmOrder order) {
        order.eid().ifPresent(Numbers::eid);
        Optional<String> linked = profile.order().eid();
        if (linked.isPresent() && order.eid().isPresent() && !linked.equals(order.eid())) {
            throw new FunctionException(
                    StatusCode.EID_DIFFERENT, profile.iccid(), "the order was placed for another EID");
        }
        return linked.or(order::eid);
    }

    private MatchingId matchingIdOf(Es2Plus.ConfirmOrder order, Optional<String> eid) {
        if (order.matchingId().isEmpty()) {
            return MatchingIds.generate(randomness);
        }
        MatchingId matchingId = Numbers.matchingId(order.matchingId().get());
        if (matchingId.isEmpty() && eid.isEmpty()) {
            throw new FunctionException(
                    StatusCode.EID_MISSING, "an order without MatchingID needs the EID of its device");
        }
        if (!matchingId.isEmpty() && profiles.hasMatchingId(matchingId.text())) {
            throw new FunctionException(
                    StatusCode.MATCHING_ID_CONFLICTING, matchingId.text(), "the MatchingID is in use");
        }
        return matchingId;
    }

    private byte[] sealed(Profile profile, String confirmationCode) {
        byte[] hash = Numbers.confirmationCode(confirmationCode).hash();
        return seal.seal(profile.operator(), profile.confirmationCodeContext(), hash);
    }

    private static void requireOrderOf(Profile profile, Es2Plus.CancelOrder order) {
        if (!ProfileState.ORDERED.contains(profile.state()) && profile.state() != ProfileState.ERROR) {
            throw new FunctionException(
                    StatusCode.ICCID_IN_USE, profile.iccid(), "there is no order of a Profile in this state to cancel");
        }
        if (profile.order().eidByOrder()) {
            String eid = order.eid()
                    .orElseThrow(() -> new FunctionException(
                            StatusCode.EID_MISSING, profile.iccid(), "the order is for an EID, which must be given"));
            if (!profile.order().eid().equals(Optional.of(eid))) {
                throw new FunctionException(StatusCode.EID_DIFFERENT, profile.iccid(), "the order is for another EID");
            }
        }
        String matchingId = profile.order().matchingId().orElse("");
        if (!matchingId.equals(order.matchingId().orElse(""))) {
            throw new FunctionException(
                    StatusCode.MATCHING_ID_DIFFERENT, profile.iccid(), "the order has another MatchingID");
        }
    }

    private void record(Call call, String action, Profile profile, ProfileState before) {
        audit.record(new AuditEvent(
                Optional.of(profile.operator()),
                call.actor(),
                action,
                "profile:" + profile.iccid(),
                "done",
                before + " -> " + profile.state()));
    }
}
