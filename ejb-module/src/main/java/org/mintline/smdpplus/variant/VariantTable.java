package org.mintline.smdpplus.variant;

import java.util.List;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.eligibility.AuthenticatedDevice;
import org.mintline.smdpplus.eligibility.Eligibility;
import org.mintline.smdpplus.profile.ProfileType;

/**
 * The variants of a profile type, read from the top.
 *
 * @param lines the first whose condition fits and whose package the eUICC can take is chosen
 */
record VariantTable(List<Line> lines) {
    /** Copies the lines. */
    VariantTable {
        lines = List.copyOf(lines);
    }

    /** A variant and whom it is for. */
    record Line(ProfileType type, DeviceCondition condition) {}

    /**
     * What was chosen.
     *
     * @param type whose package goes out
     * @param reason in words, for the audit trail; empty if there was nothing to choose
     */
    record Choice(ProfileType type, String reason) {}

    /** Chooses for a Profile of the ordered type; that type itself, if no line fits. */
    Choice choose(ProfileType ordered, Iccid iccid, AuthenticatedDevice device) {
        for (int number = 1; number <= lines.size(); number++) {
            Line line = lines.get(number - 1);
            if (device.fits(line.condition()) && takes(device, line.type(), iccid)) {
                return new Choice(
                        line.type(), "variant " + line.type().name() + " by line " + number + ", " + line.condition());
            }
        }
        return new Choice(ordered, lines.isEmpty() ? "" : "no variant fits, " + ordered.name() + " itself");
    }

    private static boolean takes(AuthenticatedDevice device, ProfileType type, Iccid iccid) {
        return Eligibility.obstacle(type.requirements(), type.metadata(iccid), device)
                .isEmpty();
    }
}
