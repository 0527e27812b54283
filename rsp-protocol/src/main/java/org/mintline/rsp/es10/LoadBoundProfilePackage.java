package org.mintline.rsp.es10;

import java.util.stream.Stream;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.es8plus.BoundProfilePackage;

/**
 * ES10b.LoadBoundProfilePackage (SGP.22 v2.5, clause 5.7.6): the commands by which a bound profile package reaches the eUICC.
 * An LPA sends them itself; a provisioning support server puts them into an image, for a device that sends them later.
 */
public final class LoadBoundProfilePackage {
    private LoadBoundProfilePackage() {}

    /**
     * The STORE DATA commands in order, each made when it is asked for.
     *
     * @param channel the logical channel on which the ISD-R is selected, 0 to 19
     * @throws org.mintline.rsp.tlv.DecodeException if the package is malformed
     */
    public static Stream<CommandApdu> commands(BoundProfilePackage boundProfilePackage, int channel) {
        return boundProfilePackage
                .storeDataPieces()
                .flatMap(piece -> Commands.storeData(channel, piece, CommandApdu.MAXIMUM_DATA).stream());
    }
}
