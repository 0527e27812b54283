package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.device.ReaderSlot;
import org.mintline.device.factory.link.pcsc.CardCarrier;
import org.mintline.device.factory.link.pcsc.LinkCard;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.lpa.Sgp26;
import org.mintline.device.reader.VirtualCard;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.station.AuthenticationManner;

/** The factory over a real PC/SC daemon, with vsmartcard's virtual reader: the device in the reader, and its bare eUICC in the reader. */
class PcscdTest {
    @TempDir
    static Path daemonFolder;

    private static Pcscd pcscd;

    @TempDir
    Path folder;

    private final Factory factory = new Factory();
    private final Power power = new Power(Factory.EID);

    @BeforeAll
    static void start_a_daemon() throws Exception {
        Sgp26.assumeHere();
        pcscd = Pcscd.start(daemonFolder);
    }

    @AfterAll
    static void stop_it() throws Exception {
        if (pcscd != null) {
            pcscd.close();
        }
    }

    @Test
    void a_device_in_a_reader_has_a_profile_installed() throws Exception {
        DeviceProcess process = new DeviceProcess(factory.device(power), told -> {});
        process.boot();
        try (StationRoom room = room();
                Pcscd.Inserted inserted = pcscd.insert(new LinkCard(process::answer));
                CardCarrier carrier = new CardCarrier(inserted.reader())) {
            Place place = new Place("reader", carrier, StationRoom.GOOD_JIG);

            assertThat(room.process(AuthenticationManner.BOTH).serve(place))
                    .as(room.log())
                    .isTrue();
        }

        assertThat(power.card().state().profiles()).hasSize(1);
    }

    @Test
    void an_eUICC_in_a_reader_gets_its_profile_by_the_device_that_the_reader_belongs_to() throws Exception {
        try (StationRoom room = room();
                Pcscd.Inserted inserted = pcscd.insert(VirtualCard.of(power.card()))) {
            FactoryDevice device = new FactoryDevice(
                    factory.settings(Factory.EID, Factory.MASTER),
                    power.storage(),
                    Factory.STORAGE_KEY,
                    new ReaderSlot(inserted.reader()),
                    Factory.CRYPTOGRAPHY);
            try (Plugged plugged = new Plugged(device)) {
                Place place = new Place("device", plugged.carrier(), StationRoom.GOOD_JIG);

                assertThat(room.process(AuthenticationManner.KEY_SET).serve(place))
                        .as(room.log())
                        .isTrue();
            }
        }

        assertThat(power.card().state().profiles()).hasSize(1);
    }

    private StationRoom room() throws Exception {
        StationRoom room = new StationRoom(folder);
        room.enqueue(Factory.EID, factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));
        return room;
    }
}
