package org.mintline.device.lpa;

import java.util.ArrayList;
import java.util.List;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;

/**
 * A whole download as the STORE DATA commands that an LPA sends for it, from GetEUICCChallenge to the last piece of the package. A card
 * that draws the same random numbers again, as {@link #card} does whenever it is switched on, takes them as they are.
 */
public final class RecordedDownload {
    /** The profile that is installed. */
    public static final Iccid ICCID = Sgp26Server.ICCID;

    private RecordedDownload() {}

    /** A card on which the recorded commands install the profile. */
    public static Euicc card(Eid eid, StateStore store) {
        return new Euicc(
                configuration(eid), Cryptography.replaying(new ReproducibleRandomness(42)), Sgp26.CLOCK, store);
    }

    /** The commands, on the basic channel. */
    public static List<byte[]> packets(Eid eid, ProfileClass profileClass) {
        Euicc card = card(eid, StateStore.NONE);
        Sgp26Server server = new Sgp26Server(eid);
        server.metadata = Sgp26Server.metadata(profileClass);
        List<byte[]> packets = new ArrayList<>();
        Lpa lpa = new Lpa(
                command -> {
                    CommandApdu apdu = CommandApdu.decode(command);
                    if (apdu.ins() == Commands.STORE_DATA) {
                        packets.add(new CommandApdu(
                                        apdu.cla() & 0x80, apdu.ins(), apdu.p1(), apdu.p2(), apdu.data(), apdu.le())
                                .encoded());
                    }
                    return card.transmit(command);
                },
                address -> server);
        if (!lpa.download(DownloadRequest.ofDefault(Sgp26Server.ADDRESS), EndUser.AGREEING)
                .isInstalled()) {
            throw new IllegalStateException("the download that is recorded failed");
        }
        return packets;
    }

    private static EuiccConfiguration configuration(Eid eid) {
        EuiccConfiguration sample = Sgp26.euicc();
        return EuiccConfiguration.of(eid, sample.ciCertificates(), sample.credentials());
    }
}
