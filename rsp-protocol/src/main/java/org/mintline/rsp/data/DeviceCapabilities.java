package org.mintline.rsp.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * DeviceCapabilities: the highest release that a device fully supports, for each specification that it knows (SGP.22 v2.5,
 * clause 4.2). Elements of later versions that hold no version are passed over.
 *
 * @param supported '80' to '8B'; what is absent is not supported
 */
public record DeviceCapabilities(Map<DeviceCapability, SpecificationVersion> supported) {
    static DeviceCapabilities decode(Tlv tlv) {
        Map<DeviceCapability, SpecificationVersion> supported = new EnumMap<>(DeviceCapability.class);
        for (Tlv element : tlv.children()) {
            NamedNumber.find(DeviceCapability.class, element.tag() - 0x80)
                    .ifPresent(capability -> supported.put(capability, SpecificationVersion.decode(element)));
        }
        return new DeviceCapabilities(Collections.unmodifiableMap(supported));
    }

    byte[] encoded(int tag) {
        TlvWriter writer = new TlvWriter();
        for (DeviceCapability capability : DeviceCapability.values()) {
            SpecificationVersion release = supported.get(capability);
            if (release != null) {
                writer.octets(0x80 + capability.number(), release.octets());
            }
        }
        return writer.wrap(tag);
    }
}
