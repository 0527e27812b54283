package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.faults.Stop.Moment;
import org.mintline.faults.Stop.Step;
import org.mintline.server.OnPostgresqlAlone;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.sgp23.SimulatedDevice;
import org.mintline.sgp23.SimulatedOperator;
import org.mintline.sgp23.Way;

/**
 * The server is killed with SIGKILL while devices and an operator stand at every step, and started again. All of them at once: one
 * death serves every case.
 */
@OnPostgresqlAlone
@ExtendWith(ServerExtension.class)
class KillIT {
    private static final int IN_FLIGHT_AT_ONCE = 3;
    private static final List<String> ES2PLUS =
            List.of("downloadOrder", "confirmOrder", "releaseProfile", "cancelOrder");

    private final RunningServer server;
    private final SimulatedOperator operator;
    private final Orders orders;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ProgressLog progress;

    KillIT(RunningServer server) throws Exception {
        this.server = server;
        operator = SimulatedOperator.at(server);
        orders = new Orders(operator);
        progress = new ProgressLog(server);
        operator.callbackAddress(progress.address());
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        try (progress) {
            operator.withoutCallbackAddress();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_server_killed_at_any_step_loses_nothing() throws Exception {
        List<Stop> stops = stops();
        List<OrderCall> calls = orderCalls();
        Outage outage = new Outage(stops.size() + calls.size());
        Map<String, Future<?>> running = new LinkedHashMap<>();
        Map<String, Stop> profiles = new LinkedHashMap<>();
        List<Way> ways = Way.all().toList();
        for (Stop stop : stops) {
            String iccid = operator.profileInStock();
            Way way = ways.get(profiles.size() % ways.size());
            profiles.put(iccid, stop);
            running.put(stop + " of " + iccid + " " + way, threads.submit(() -> download(stop, iccid, way, outage)));
        }
        for (OrderCall call : calls) {
            running.put(call.toString(), threads.submit(() -> call(call, outage)));
        }

        outage.strike(server);
        progress.repair();

        List<DynamicTest> outcomes = new ArrayList<>();
        running.forEach((name, outcome) -> outcomes.add(dynamicTest(name, outcome::get)));
        profiles.forEach((iccid, stop) -> outcomes.add(dynamicTest(
                "the operator is told of " + stop + " of " + iccid,
                () -> assertThat(progress.awaitOf(iccid, told(stop).size())).isEqualTo(told(stop)))));
        outcomes.add(dynamicTest("the audit chain holds", this::requireWholeAuditChain));
        return outcomes.stream();
    }

    private static List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step == Step.LOAD_BOUND_PROFILE_PACKAGE) {
                stops.add(new Stop(step, Moment.ANSWERED));
                stops.add(new Stop(step, Moment.POWER_CUT));
                continue;
            }
            Arrays.stream(Moment.values()).map(moment -> new Stop(step, moment)).forEach(stops::add);
            for (int more = 1; more < IN_FLIGHT_AT_ONCE; more++) {
                stops.add(new Stop(step, Moment.IN_FLIGHT));
            }
        }
        return stops;
    }

    private static List<OrderCall> orderCalls() {
        return ES2PLUS.stream()
                .flatMap(function ->
                        Stream.of(Moment.ANSWER_LOST, Moment.IN_FLIGHT).map(moment -> new OrderCall(function, moment)))
                .toList();
    }

    /** What the operator is told of a profile: each Bound Profile Package, and each result of an installation. */
    private static List<Integer> told(Stop stop) {
        boolean boundAgain = stop.moment() == Moment.POWER_CUT;
        return switch (stop.step()) {
            case GET_BOUND_PROFILE_PACKAGE -> boundAgain ? List.of(3, 3, 4) : List.of(3, 4);
            case LOAD_BOUND_PROFILE_PACKAGE -> boundAgain ? List.of(3, -4, 3, 4) : List.of(3, 4);
            default -> List.of(3, 4);
        };
    }

    private Void download(Stop stop, String iccid, Way way, Outage outage) throws Exception {
        String matchingId = orders.release(iccid);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            String eid = device.eid();
            new Downloader(device, iccid, matchingId, outage).run(Optional.of(stop));

            JsonNode profile = operator.profile(iccid).path("profile");
            assertThat(profile.path("state").asText()).isEqualTo("INSTALLED");
            assertThat(profile.path("eid").asText()).isEqualTo(eid);
        }
        return null;
    }

    /** A call of ES2+ that meets the outage. */
    private record OrderCall(String function, Moment moment) {}

    private Void call(OrderCall call, Outage outage) throws Exception {
        String iccid = operator.profileInStock();
        ObjectNode request = prepared(call.function(), iccid);
        JsonNode first;
        if (call.moment() == Moment.IN_FLIGHT) {
            outage.awaitKill();
            first = orders.call(call.function(), request);
        } else {
            first = orders.call(call.function(), request);
            outage.sitOut();
        }
        assertThat(orders.call(call.function(), request)).isEqualTo(first);
        assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo(stateAfter(call.function()));
        assertThat(new AuditTrail(server).about("profile:" + iccid))
                .filteredOn(line -> line.action().equals(call.function()))
                .hasSize(1);
        return null;
    }

    /** Brings the profile where the function can be called; gives the request. */
    private ObjectNode prepared(String function, String iccid) {
        ObjectNode request = Orders.request(function, iccid);
        if (!function.equals("downloadOrder")) {
            orders.call("downloadOrder", Orders.request("downloadOrder", iccid));
        }
        if (function.equals("releaseProfile")) {
            orders.call("confirmOrder", Orders.request("confirmOrder", iccid).put("releaseFlag", false));
        }
        return request;
    }

    private static String stateAfter(String function) {
        return switch (function) {
            case "downloadOrder" -> "ALLOCATED";
            case "cancelOrder" -> "AVAILABLE";
            default -> "RELEASED";
        };
    }

    private void requireWholeAuditChain() throws Exception {
        JsonNode verification = new AuditTrail(server).verification();
        assertThat(verification.path("intact").asBoolean())
                .as("%s", verification)
                .isTrue();
    }
}
