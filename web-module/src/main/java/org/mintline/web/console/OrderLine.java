package org.mintline.web.console;

import java.util.Optional;
import org.mintline.rsp.identification.ActivationCode;
import org.mintline.rsp.identification.ServerAddress;
import org.mintline.smdpplus.Es2Plus.OrderConfirmed;

/**
 * One order of a batch.
 *
 * @param iccid of the profile
 * @param profileType of which type it is
 * @param eid for which eUICC it was ordered
 * @param activationCode without {@code LPA:}; empty if the eUICC finds the profile by its EID
 * @param confirmationCode what the end user will be asked for; kept nowhere else in clear
 */
public record OrderLine(
        String iccid,
        String profileType,
        Optional<String> eid,
        Optional<String> activationCode,
        Optional<String> confirmationCode) {
    static final String CSV_HEADER = "iccid,profileType,eid,activationCode,confirmationCode\r\n";

    static OrderLine of(ConsoleOrders.Ordered ordered, String profileType, Optional<String> confirmationCode) {
        OrderConfirmed confirmed = ordered.confirmed();
        Optional<String> activationCode = Optional.of(confirmed.matchingId())
                .filter(matchingId -> !matchingId.isEmpty())
                .map(matchingId -> new ActivationCode(
                                ServerAddress.parse(confirmed.smdpAddress().orElseThrow()),
                                matchingId,
                                Optional.empty(),
                                confirmationCode.isPresent())
                        .text());
        return new OrderLine(ordered.iccid(), profileType, confirmed.eid(), activationCode, confirmationCode);
    }

    /** A line of comma-separated values (RFC 4180). */
    String csv() {
        return String.join(
                        ",",
                        quoted(iccid),
                        quoted(profileType),
                        quoted(eid.orElse("")),
                        quoted(activationCode.map(ActivationCodes::qrText).orElse("")),
                        quoted(confirmationCode.orElse("")))
                + "\r\n";
    }

    /** A spreadsheet takes what begins with these for a formula. */
    private static String quoted(String value) {
        String harmless = value.matches("[=+@\\-\\t].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
