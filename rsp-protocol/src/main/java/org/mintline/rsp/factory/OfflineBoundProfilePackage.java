package org.mintline.rsp.factory;

import java.util.stream.Stream;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.es10.LoadBoundProfilePackage;
import org.mintline.rsp.es8plus.BoundProfilePackage;

/**
 * A profile package that is bound to a preloaded key, with the request that selects the key.
 *
 * @param preparation is sent first
 * @param boundProfilePackage BF36
 */
public record OfflineBoundProfilePackage(
        PrepareFactoryDownloadRequest preparation, BoundProfilePackage boundProfilePackage) {
    /**
     * All commands that install the profile, in order, each made when it is asked for. Whoever sends them stops at the first answer
     * with data behind that of PrepareFactoryDownload: it is the ProfileInstallationResult.
     *
     * @param channel the logical channel on which the ISD-R is selected, 0 to 19
     */
    public Stream<CommandApdu> commands(int channel) {
        return Stream.concat(
                Commands.storeData(channel, preparation.encoded(), CommandApdu.MAXIMUM_DATA).stream(),
                LoadBoundProfilePackage.commands(boundProfilePackage, channel));
    }
}
