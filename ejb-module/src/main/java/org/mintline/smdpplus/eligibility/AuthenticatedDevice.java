package org.mintline.smdpplus.eligibility;

import java.util.OptionalLong;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.DeviceCondition;

/**
 * A device as ES9+.AuthenticateClient made it known (SGP.22 v2.5, clause 5.6.3).
 *
 * @param eid of its eUICC
 * @param info DeviceInfo
 * @param euicc EUICCInfo2
 */
public record AuthenticatedDevice(Eid eid, DeviceInfo info, EuiccInfo2 euicc) {
    /** Whether a condition fits it. */
    public boolean fits(DeviceCondition condition) {
        return switch (condition.criterion()) {
            case ANY -> true;
            case EID -> condition.spans(eid.digits());
            case TAC -> condition.spans(info.tac().digits());
            case DEVICE_SUPPORTS -> deviceSupports(condition.value());
            case DEVICE_LACKS -> !deviceSupports(condition.value());
            case EUICC_SUPPORTS -> euiccSupports(condition.value());
            case EUICC_LACKS -> !euiccSupports(condition.value());
            case MEMORY_FROM ->
                freeMemory(euicc).isPresent() && freeMemory(euicc).getAsLong() >= Long.parseLong(condition.value());
            case MEMORY_BELOW ->
                freeMemory(euicc).isPresent() && freeMemory(euicc).getAsLong() < Long.parseLong(condition.value());
        };
    }

    private boolean deviceSupports(String capability) {
        return info.deviceCapabilities().supported().containsKey(DeviceCapability.valueOf(capability));
    }

    private boolean euiccSupports(String capability) {
        return euicc.uiccCapability().contains(UiccCapability.valueOf(capability));
    }

    /** In bytes; empty for an eUICC that tells its memory in another way than ETSI TS 102 226 asks for. */
    static OptionalLong freeMemory(EuiccInfo2 euicc) {
        try {
            return euicc.resources().freeNonVolatileMemory();
        } catch (DecodeException e) {
            return OptionalLong.empty();
        }
    }
}
