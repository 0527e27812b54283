package org.mintline.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.sgp23.SimulatedOperator;

/** ES2+ fed with what no operator that reads the standard sends. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class Es2PlusBadInputIT {
    private static final String PATH = "/gsma/rsp2/es2plus/";
    private static final String PROFILE_TYPE = "bad-es2plus";
    private static final String MALFORMED = "1.6/2.1";
    private static final String MISSING = "1.6/2.2";
    private static final List<String> FUNCTIONS =
            List.of("downloadOrder", "confirmOrder", "cancelOrder", "releaseProfile");
    private static final List<String> HEADERS =
            List.of("Content-Type: application/json", "X-Admin-Protocol: gsma/rsp/v2.2.0");

    private final RunningServer server;
    private final SimulatedOperator operator;
    private final List<BadCase> cases = new ArrayList<>();

    Es2PlusBadInputIT(RunningServer server) {
        this.server = server;
        operator = SimulatedOperator.at(server);
    }

    @TestFactory
    Stream<DynamicTest> bad_calls_get_the_right_code_and_leave_no_trace() throws Exception {
        operator.createProfileType(PROFILE_TYPE);
        String available = inStock();
        String released = inStock();
        ObjectNode order = Orders.request("downloadOrder", released);
        Orders orders = new Orders(operator);
        orders.call("downloadOrder", order);
        orders.call("confirmOrder", Orders.request("confirmOrder", released));
        for (String function : FUNCTIONS) {
            malformed(function, Orders.request(function, available));
        }
        members(available);
        notInThisState(available, released);
        add(
                "downloadOrder again with other content",
                "downloadOrder",
                order.deepCopy().put("iccid", available),
                "1.2.1/3.3");
        add("another function with the identifier of a call before", "releaseProfile", order, "1.2.1/3.3");
        return new BadInput(Wire.es2plus(server), new Evidence(server, PROFILE_TYPE)).tests(cases);
    }

    private void malformed(String function, ObjectNode good) {
        Malformed.json(good, "iccid")
                .forEach((what, body) -> cases.add(BadCase.failed(
                        function + " with " + what,
                        post(function, body),
                        what.startsWith("null for ") ? MISSING : MALFORMED)));
        cases.add(BadCase.refused(function + " of 2 MiB", post(function, Malformed.huge()), 413));
        for (String member : List.of("header", "iccid")) {
            ObjectNode without = good.deepCopy();
            without.remove(member);
            add(function + " without " + member, function, without, MISSING);
        }
        for (String member : List.of("functionRequesterIdentifier", "functionCallIdentifier")) {
            ObjectNode without = good.deepCopy();
            without.withObject("/header").remove(member);
            add(function + " without " + member, function, without, MISSING);
        }
        ObjectNode another = good.deepCopy();
        another.withObject("/header").put("functionRequesterIdentifier", "2.999.24");
        add(function + " in the name of another", function, another, "1.2/1.2");
        ObjectNode longest = good.deepCopy();
        longest.withObject("/header").put("functionCallIdentifier", "x".repeat(101));
        add(function + " with an identifier of 101 characters", function, longest, MALFORMED);
        ObjectNode control = good.deepCopy();
        control.withObject("/header").put("functionCallIdentifier", "x\u0000\n");
        add(function + " with an identifier of control characters", function, control, MALFORMED);
        add(
                function + " of an ICCID of letters",
                function,
                good.deepCopy().put("iccid", "abcdefghijklmnopqrs"),
                MALFORMED);
        add(function + " of an ICCID of 17 digits", function, good.deepCopy().put("iccid", "8".repeat(17)), MALFORMED);
        add(
                function + " of an ICCID that nobody has",
                function,
                good.deepCopy().put("iccid", SimulatedOperator.unknownIccid()),
                "8.2.1/3.9");
    }

    private void members(String iccid) {
        ObjectNode order = Orders.request("downloadOrder", iccid);
        add("an EID of 31 digits", "downloadOrder", order.deepCopy().put("eid", "8".repeat(31)), MALFORMED);
        add("an unknown profile type", "downloadOrder", order.deepCopy().put("profileType", "nothing"), "8.2.5/3.9");
        add(
                "a profile type of 101 characters",
                "downloadOrder",
                order.deepCopy().put("profileType", "x".repeat(101)),
                MALFORMED);
        ObjectNode confirm = Orders.request("confirmOrder", iccid);
        add("a MatchingID of small letters", "confirmOrder", confirm.deepCopy().put("matchingId", "abc"), MALFORMED);
        add(
                "a MatchingID of 101 characters",
                "confirmOrder",
                confirm.deepCopy().put("matchingId", "A".repeat(101)),
                MALFORMED);
        add("an empty confirmation code", "confirmOrder", confirm.deepCopy().put("confirmationCode", ""), MALFORMED);
        add("a release flag that is a text", "confirmOrder", confirm.deepCopy().put("releaseFlag", "true"), MALFORMED);
        add(
                "a release flag that is a number",
                "confirmOrder",
                confirm.deepCopy().put("releaseFlag", 1),
                MALFORMED);
        ObjectNode cancel = Orders.request("cancelOrder", iccid);
        add(
                "a final state that there is not",
                "cancelOrder",
                cancel.deepCopy().put("finalProfileStatusIndicator", "Gone"),
                MALFORMED);
    }

    private void notInThisState(String available, String released) {
        add(
                "downloadOrder of a released profile",
                "downloadOrder",
                Orders.request("downloadOrder", released),
                "8.2.1/3.3");
        add(
                "confirmOrder of a released profile",
                "confirmOrder",
                Orders.request("confirmOrder", released),
                "8.2.1/3.3");
        add(
                "confirmOrder of what is not ordered",
                "confirmOrder",
                Orders.request("confirmOrder", available),
                "8.2.1/3.3");
        add(
                "releaseProfile of what is not confirmed",
                "releaseProfile",
                Orders.request("releaseProfile", available),
                "8.2.1/3.5");
        add("cancelOrder of what is not ordered", "cancelOrder", Orders.request("cancelOrder", available), "8.2.1/3.3");
        add("cancelOrder without the MatchingID", "cancelOrder", Orders.request("cancelOrder", released), "8.2.6/3.10");
    }

    private String inStock() throws Exception {
        String iccid = SimulatedOperator.unknownIccid();
        operator.addToStock(PROFILE_TYPE, iccid);
        return iccid;
    }

    private void add(String name, String function, ObjectNode body, String codes) {
        cases.add(BadCase.failed(name, post(function, Malformed.utf8(body.toString())), codes));
    }

    private static byte[] post(String function, byte[] body) {
        return Wire.request("POST", PATH + function, HEADERS, body);
    }
}
