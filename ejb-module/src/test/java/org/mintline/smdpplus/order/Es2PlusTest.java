package org.mintline.smdpplus.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.EID;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.OTHER_EID;
import static org.mintline.smdpplus.SmDpPlusWorld.PREPAID;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.smdpplus.Es2Plus.Call;
import org.mintline.smdpplus.Es2Plus.CancelOrder;
import org.mintline.smdpplus.Es2Plus.ConfirmOrder;
import org.mintline.smdpplus.Es2Plus.OrderConfirmed;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class Es2PlusTest {
    private final AtomicInteger calls = new AtomicInteger();

    private Call call() {
        return new Call(NORTHERN, "call-" + calls.incrementAndGet());
    }

    private static Es2Plus.DownloadOrder byIccid(String iccid) {
        return new Es2Plus.DownloadOrder(Optional.empty(), Optional.of(iccid), Optional.empty());
    }

    private static Es2Plus.DownloadOrder byType(String type) {
        return new Es2Plus.DownloadOrder(Optional.empty(), Optional.empty(), Optional.of(type));
    }

    private static ConfirmOrder confirmation(String iccid, Optional<String> matchingId) {
        return new ConfirmOrder(iccid, Optional.empty(), matchingId, Optional.empty(), Optional.empty(), true);
    }

    private static void assertRefused(StatusCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FunctionException.class, e -> assertThat(e.statusCode())
                .isEqualTo(code));
    }

    private record Stocked(SmDpPlusWorld world, Es2Plus es2Plus, List<String> iccids) {
        static Stocked with(TestDatabase database, int profiles) {
            SmDpPlusWorld world = new SmDpPlusWorld(database);
            List<String> iccids = world.addProfiles(world.addType(PREPAID, Protection.RANDOM_KEYS), profiles);
            return new Stocked(world, world.es2Plus(), iccids);
        }

        String first() {
            return iccids.get(0);
        }
    }

    @OnEveryDatabase
    void downloadOrder_reserves_the_profile_of_the_ICCID(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        assertThat(stocked.es2Plus().downloadOrder(call(), byIccid(stocked.first())))
                .isEqualTo(stocked.first());
        assertThat(stocked.world().stateOf(stocked.first())).isEqualTo(ProfileState.ALLOCATED);
    }

    @OnEveryDatabase
    void downloadOrder_takes_a_profile_of_the_type(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 2);
        String iccid = stocked.es2Plus()
                .downloadOrder(
                        call(), new Es2Plus.DownloadOrder(Optional.of(EID), Optional.empty(), Optional.of(PREPAID)));
        assertThat(stocked.iccids()).contains(iccid);
        assertThat(stocked.world().stateOf(iccid)).isEqualTo(ProfileState.LINKED);
    }

    @OnEveryDatabase
    void downloadOrder_refuses_what_it_cannot_reserve(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        Es2Plus es2Plus = stocked.es2Plus();
        String iccid = stocked.first();
        assertRefused(StatusCode.ICCID_UNKNOWN, () -> es2Plus.downloadOrder(call(), byIccid("8988211999999999991")));
        assertRefused(StatusCode.PROFILE_TYPE_UNKNOWN, () -> es2Plus.downloadOrder(call(), byType("gold")));
        assertRefused(
                StatusCode.ICCID_NOT_ALLOWED, () -> es2Plus.downloadOrder(new Call(SOUTHERN, "1"), byIccid(iccid)));
        assertRefused(
                StatusCode.PROFILE_TYPE_UNKNOWN, () -> es2Plus.downloadOrder(new Call(SOUTHERN, "2"), byType(PREPAID)));
        es2Plus.downloadOrder(call(), byIccid(iccid));
        assertRefused(StatusCode.ICCID_IN_USE, () -> es2Plus.downloadOrder(call(), byIccid(iccid)));
        assertRefused(StatusCode.PROFILE_TYPE_EXHAUSTED, () -> es2Plus.downloadOrder(call(), byType(PREPAID)));
        assertRefused(
                StatusCode.REQUEST_PARAMETER_MISSING,
                () -> es2Plus.downloadOrder(
                        call(), new Es2Plus.DownloadOrder(Optional.empty(), Optional.empty(), Optional.empty())));
        assertRefused(StatusCode.REQUEST_INVALID, () -> es2Plus.downloadOrder(call(), byIccid("12")));
    }

    @OnEveryDatabase
    void the_same_call_again_gets_the_same_answer_and_changes_nothing(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 3);
        Call call = call();
        String iccid = stocked.es2Plus().downloadOrder(call, byType(PREPAID));
        assertThat(stocked.es2Plus().downloadOrder(call, byType(PREPAID))).isEqualTo(iccid);
        Call confirm = call();
        OrderConfirmed confirmed = stocked.es2Plus().confirmOrder(confirm, confirmation(iccid, Optional.empty()));
        assertThat(stocked.es2Plus().confirmOrder(confirm, confirmation(iccid, Optional.empty())))
                .isEqualTo(confirmed);
        assertThat(stocked.iccids().stream().map(stocked.world()::stateOf))
                .containsExactlyInAnyOrder(ProfileState.RELEASED, ProfileState.AVAILABLE, ProfileState.AVAILABLE);
    }

    @OnEveryDatabase
    void the_identifier_of_a_call_cannot_be_used_for_another_one(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 2);
        Call call = call();
        stocked.es2Plus().downloadOrder(call, byIccid(stocked.first()));
        assertRefused(StatusCode.FUNCTION_CALL_REPEATED_WITH_OTHER_CONTENT, () -> stocked.es2Plus()
                .downloadOrder(call, byType(PREPAID)));
        assertRefused(StatusCode.FUNCTION_CALL_REPEATED_WITH_OTHER_CONTENT, () -> stocked.es2Plus()
                .releaseProfile(call, stocked.first()));
    }

    @OnEveryDatabase
    void a_call_with_another_confirmation_code_is_another_call(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        Es2Plus es2Plus = stocked.es2Plus();
        String iccid = stocked.first();
        es2Plus.downloadOrder(call(), byIccid(iccid));
        Call confirm = call();
        OrderConfirmed confirmed = es2Plus.confirmOrder(confirm, withConfirmationCode(iccid, "1234"));
        assertThat(es2Plus.confirmOrder(confirm, withConfirmationCode(iccid, "1234")))
                .isEqualTo(confirmed);
        assertRefused(
                StatusCode.FUNCTION_CALL_REPEATED_WITH_OTHER_CONTENT,
                () -> es2Plus.confirmOrder(confirm, withConfirmationCode(iccid, "1235")));
        assertRefused(
                StatusCode.FUNCTION_CALL_REPEATED_WITH_OTHER_CONTENT,
                () -> es2Plus.confirmOrder(confirm, confirmation(iccid, Optional.empty())));
    }

    private static Es2Plus.ConfirmOrder withConfirmationCode(String iccid, String confirmationCode) {
        return new Es2Plus.ConfirmOrder(
                iccid, Optional.empty(), Optional.empty(), Optional.of(confirmationCode), Optional.empty(), true);
    }

    @OnEveryDatabase
    void confirmOrder_makes_a_MatchingID_that_nobody_guesses(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        stocked.es2Plus().downloadOrder(call(), byIccid(stocked.first()));
        OrderConfirmed confirmed =
                stocked.es2Plus().confirmOrder(call(), confirmation(stocked.first(), Optional.empty()));
        assertThat(confirmed.matchingId()).matches("[0-9A-Z]{26}");
        assertThat(confirmed.smdpAddress()).contains(SmDpPlusWorld.ADDRESS);
        assertThat(stocked.world().stateOf(stocked.first())).isEqualTo(ProfileState.RELEASED);
    }

    @OnEveryDatabase
    void confirmOrder_refuses_what_contradicts_the_order(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 3);
        Es2Plus es2Plus = stocked.es2Plus();
        String linked = stocked.iccids().get(1);
        assertRefused(
                StatusCode.ICCID_IN_USE,
                () -> es2Plus.confirmOrder(call(), confirmation(stocked.first(), Optional.empty())));
        es2Plus.downloadOrder(call(), byIccid(stocked.first()));
        es2Plus.confirmOrder(call(), confirmation(stocked.first(), Optional.of("TOKEN-1")));
        es2Plus.downloadOrder(
                call(), new Es2Plus.DownloadOrder(Optional.of(EID), Optional.of(linked), Optional.empty()));
        assertRefused(
                StatusCode.MATCHING_ID_CONFLICTING,
                () -> es2Plus.confirmOrder(call(), confirmation(linked, Optional.of("TOKEN-1"))));
        assertRefused(
                StatusCode.EID_DIFFERENT,
                () -> es2Plus.confirmOrder(
                        call(),
                        new ConfirmOrder(
                                linked,
                                Optional.of(OTHER_EID),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true)));
        assertRefused(
                StatusCode.SMDS_ADDRESS_INVALID,
                () -> es2Plus.confirmOrder(
                        call(),
                        new ConfirmOrder(
                                linked,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("smds.example.test"),
                                true)));
        String unlinked = stocked.iccids().get(2);
        es2Plus.downloadOrder(call(), byIccid(unlinked));
        assertRefused(
                StatusCode.EID_MISSING, () -> es2Plus.confirmOrder(call(), confirmation(unlinked, Optional.of(""))));
    }

    @OnEveryDatabase
    void a_confirmation_code_is_not_kept_in_the_clear(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        stocked.es2Plus().downloadOrder(call(), byIccid(stocked.first()));
        stocked.es2Plus()
                .confirmOrder(
                        call(),
                        new ConfirmOrder(
                                stocked.first(),
                                Optional.empty(),
                                Optional.of("TOKEN"),
                                Optional.of("1234"),
                                Optional.empty(),
                                true));
        assertThat(database.execute(
                        "update profile set changed_at = changed_at where octet_length(confirmation_code_hash) > 32"))
                .isEqualTo(1);
    }

    @OnEveryDatabase
    void cancelOrder_needs_the_EID_and_the_MatchingID_of_the_order(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        Es2Plus es2Plus = stocked.es2Plus();
        String iccid = stocked.first();
        assertRefused(StatusCode.ICCID_IN_USE, () -> es2Plus.cancelOrder(call(), cancel(iccid, null, null)));
        es2Plus.downloadOrder(
                call(), new Es2Plus.DownloadOrder(Optional.of(EID), Optional.of(iccid), Optional.empty()));
        es2Plus.confirmOrder(call(), confirmation(iccid, Optional.of("TOKEN")));
        assertRefused(StatusCode.EID_MISSING, () -> es2Plus.cancelOrder(call(), cancel(iccid, null, "TOKEN")));
        assertRefused(StatusCode.EID_DIFFERENT, () -> es2Plus.cancelOrder(call(), cancel(iccid, OTHER_EID, "TOKEN")));
        assertRefused(StatusCode.MATCHING_ID_DIFFERENT, () -> es2Plus.cancelOrder(call(), cancel(iccid, EID, "OTHER")));
        es2Plus.cancelOrder(call(), cancel(iccid, EID, "TOKEN"));
        assertThat(stocked.world().stateOf(iccid)).isEqualTo(ProfileState.AVAILABLE);
        es2Plus.downloadOrder(call(), byIccid(iccid));
        es2Plus.confirmOrder(call(), confirmation(iccid, Optional.of("TOKEN")));
        assertThat(stocked.world().stateOf(iccid)).isEqualTo(ProfileState.RELEASED);
    }

    private static CancelOrder cancel(String iccid, String eid, String matchingId) {
        return new CancelOrder(iccid, Optional.ofNullable(eid), Optional.ofNullable(matchingId), "Available");
    }

    @OnEveryDatabase
    void releaseProfile_releases_what_is_confirmed_and_nothing_else(TestDatabase database) {
        Stocked stocked = Stocked.with(database, 1);
        Es2Plus es2Plus = stocked.es2Plus();
        String iccid = stocked.first();
        assertRefused(StatusCode.PROFILE_STATE_INVALID, () -> es2Plus.releaseProfile(call(), iccid));
        es2Plus.downloadOrder(call(), byIccid(iccid));
        es2Plus.confirmOrder(
                call(),
                new ConfirmOrder(iccid, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
        assertThat(stocked.world().stateOf(iccid)).isEqualTo(ProfileState.CONFIRMED);
        es2Plus.releaseProfile(call(), iccid);
        assertThat(stocked.world().stateOf(iccid)).isEqualTo(ProfileState.RELEASED);
    }

    @OnEveryDatabase
    void orders_side_by_side_never_get_the_same_profile(TestDatabase database) throws Exception {
        Stocked stocked = Stocked.with(database, 40);
        Set<String> given = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> orders = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(
                        n -> () -> given.add(stocked.es2Plus().downloadOrder(call(), byType(PREPAID))))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> order : threads.invokeAll(orders)) {
                assertThat(order.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(given).hasSize(40);
    }

    @OnEveryDatabase
    void the_same_call_from_many_sides_at_once_is_executed_once(TestDatabase database) throws Exception {
        Stocked stocked = Stocked.with(database, 10);
        Call call = call();
        List<Callable<String>> repeated = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(n -> () -> stocked.es2Plus().downloadOrder(call, byType(PREPAID)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<String> answers = ConcurrentHashMap.newKeySet();
        try {
            for (Future<String> answer : threads.invokeAll(repeated)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).hasSize(1);
        assertThat(stocked.iccids().stream().filter(iccid -> stocked.world().stateOf(iccid) == ProfileState.ALLOCATED))
                .hasSize(1);
    }
}
