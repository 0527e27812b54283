package org.mintline.device.lpa;

import java.util.Optional;
import org.mintline.rsp.identification.ActivationCode;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.ServerAddress;

/**
 * Which profile is to be downloaded, and from where.
 *
 * @param smdpAddress the SM-DP+
 * @param matchingId the Activation Code Token or EventID; absent for the default SM-DP+
 * @param smdpOid the SM-DP+ that has to answer, if that is known
 */
public record DownloadRequest(
        ServerAddress smdpAddress, Optional<String> matchingId, Optional<ObjectIdentifier> smdpOid) {
    /** What an activation code says. */
    public static DownloadRequest of(ActivationCode code) {
        return new DownloadRequest(code.smdpAddress(), Optional.of(code.activationCodeToken()), code.smdpOid());
    }

    /** Whatever the default SM-DP+ has for this eUICC. */
    public static DownloadRequest ofDefault(String smdpAddress) {
        return new DownloadRequest(ServerAddress.parse(smdpAddress), Optional.empty(), Optional.empty());
    }
}
