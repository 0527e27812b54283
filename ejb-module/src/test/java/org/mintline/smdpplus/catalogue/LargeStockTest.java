package org.mintline.smdpplus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileCatalogue.Direction;
import org.mintline.smdpplus.ProfileCatalogue.Filter;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.tenancy.OperatorId;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The list of profiles over a large stock on PostgreSQL, which counts the rows that a query touches. The system property {@code
 * mintline.stock.profiles} says how large it is; {@code ./mintline nightly} takes a million.
 */
class LargeStockTest {
    private static final long PROFILES = Long.getLong("mintline.stock.profiles", 20_000);
    private static final int PAGE = 50;
    private static final int TOUCHED_A_PAGE = 20 * PAGE;
    private static final Optional<OperatorId> NORTHERN = Optional.of(SmDpPlusWorld.NORTHERN.id());

    /** Most of them in stock, a third installed, and at the far end of both orders some of a rare type and in a rare state. */
    private static ProfileCatalogue fill(TestDatabase database) {
        Assumptions.assumeTrue(database.dataSource() instanceof PGSimpleDataSource, "only PostgreSQL counts rows");
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        ProfileType prepaid = world.addType(SmDpPlusWorld.PREPAID, Protection.RANDOM_KEYS);
        ProfileType rare = world.addType("rare", Protection.RANDOM_KEYS);
        database.execute("insert into profile (id, operator_id, profile_type_id, iccid, state, eid, eid_by_order,"
                + " matching_id, live_matching_id, confirmation_code_tries, download_attempts, order_number, created_at,"
                + " changed_at, version)"
                + " select n, " + SmDpPlusWorld.NORTHERN.id().value() + ","
                + " case when n % (" + PROFILES + " / 2) < 100 then " + rare.id() + " else " + prepaid.id() + " end,"
                + " '8988211' || lpad(n::text, 12, '0'),"
                + " case when n % (" + PROFILES + " / 2) < 20 then 'ERROR' when n % 3 = 0 then 'INSTALLED'"
                + " else 'AVAILABLE' end,"
                + " case when n % 3 = 0 then '89049032' || lpad(n::text, 24, '0') end, false,"
                + " case when n % 3 = 0 then 'M' || n end, case when n % 3 = 0 then 'M' || n end,"
                + " 0, 0, 0, now(), now(), 0 from generate_series(1, " + PROFILES + ") n");
        database.execute("analyze profile");
        database.execute("analyze profile_type");
        return world.catalogueOfCaller();
    }

    private static Filter filter(
            Optional<OperatorId> operator,
            ProfileState state,
            String type,
            String iccid,
            String eid,
            String matchingId) {
        return new Filter(
                operator,
                Optional.ofNullable(state),
                Optional.ofNullable(type),
                Optional.ofNullable(iccid),
                Optional.ofNullable(eid),
                Optional.ofNullable(matchingId));
    }

    private static Map<String, Filter> filters() {
        String middle = String.format("8988211%010d", PROFILES / 2 / 100);
        String number = Long.toString(PROFILES / 2 / 3 * 3);
        Map<String, Filter> filters = new LinkedHashMap<>();
        for (Optional<OperatorId> operator : List.of(NORTHERN, Optional.<OperatorId>empty())) {
            String who = operator.isPresent() ? "operator" : "platform";
            filters.put(who, filter(operator, null, null, null, null, null));
            filters.put(who + ", state", filter(operator, ProfileState.INSTALLED, null, null, null, null));
            filters.put(who + ", rare state", filter(operator, ProfileState.ERROR, null, null, null, null));
            filters.put(who + ", no such state", filter(operator, ProfileState.DELETED, null, null, null, null));
            if (operator.isPresent()) {
                filters.put(who + ", type", filter(operator, null, SmDpPlusWorld.PREPAID, null, null, null));
                filters.put(who + ", rare type", filter(operator, null, "rare", null, null, null));
                filters.put(
                        who + ", rare type and state",
                        filter(operator, ProfileState.INSTALLED, "rare", null, null, null));
            }
            filters.put(who + ", ICCID", filter(operator, null, null, middle, null, null));
            filters.put(who + ", ICCID of many", filter(operator, null, null, "898821100000", null, null));
            filters.put(who + ", ICCID and state", filter(operator, ProfileState.ERROR, null, middle, null, null));
            filters.put(
                    who + ", EID",
                    filter(operator, null, null, null, "89049032" + "0".repeat(24 - number.length()) + number, null));
            filters.put(who + ", MatchingID", filter(operator, null, null, null, null, "M" + number));
        }
        return filters;
    }

    @OnEveryDatabase
    void a_page_at_the_beginning_in_the_middle_and_at_the_end_touches_few_rows(TestDatabase database) {
        ProfileCatalogue catalogue = fill(database);
        Map<String, String> figures = new LinkedHashMap<>();
        filters().forEach((name, filter) -> {
            for (Direction direction : Direction.values()) {
                for (OptionalLong after : new OptionalLong[] {OptionalLong.empty(), OptionalLong.of(PROFILES / 2)}) {
                    String page = name + ", " + direction + (after.isPresent() ? ", middle" : "");
                    figures.put(page, touched(database, catalogue, filter, direction, after));
                }
            }
        });
        figures.forEach((page, figure) -> System.out.println(page + ": " + figure));
        assertThat(figures).allSatisfy((page, figure) -> assertThat(Long.parseLong(figure.split(" ")[0]))
                .as(page)
                .isLessThanOrEqualTo(TOUCHED_A_PAGE));
    }

    /** How many rows of profiles PostgreSQL read for a page, and how long it took. */
    private static String touched(
            TestDatabase database, ProfileCatalogue catalogue, Filter filter, Direction direction, OptionalLong after) {
        long begin = System.nanoTime();
        long rows = database.callInNew(() -> {
            long before = touchedSoFar(database);
            catalogue.list(filter, direction, after, PAGE);
            return touchedSoFar(database) - before;
        });
        return rows + " rows, " + (System.nanoTime() - begin) / 1_000_000 + " ms";
    }

    /** Of this connection, and not yet told to others. */
    private static long touchedSoFar(TestDatabase database) {
        return ((Number) database.entityManager()
                        .createNativeQuery("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables"
                                + " where relname = 'profile'")
                        .getSingleResult())
                .longValue();
    }
}
