package org.mintline.device.lpa;

import java.util.Optional;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;

/**
 * How a download ended that reached the eUICC.
 *
 * @param profile what the SM-DP+ offered
 * @param installation what the eUICC said
 */
public record DownloadResult(StoreMetadataRequest profile, ProfileInstallationResult installation) {
    /** Whether the profile is installed. */
    public boolean isInstalled() {
        return installation.profileInstallationResultData().finalResult() instanceof FinalResult.SuccessResult;
    }

    /** Why it is not installed. */
    public Optional<ErrorReason> errorReason() {
        return installation.profileInstallationResultData().finalResult() instanceof FinalResult.ErrorResult error
                ? Optional.of(error.errorReason())
                : Optional.empty();
    }
}
