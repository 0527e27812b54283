package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.link.pcsc.CardCarrier;
import org.mintline.device.factory.link.pcsc.LinkCard;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.factory.station.DeviceLink;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.lpa.Sgp26;
import org.mintline.device.reader.VirtualCard;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.station.AuthenticationManner;

/** The factory link over PC/SC, with a reader within the process. */
class ReaderTest {
    @TempDir
    Path folder;

    private final Factory factory = new Factory();
    private final Power power = new Power(Factory.EID);
    private final List<String> told = new ArrayList<>();
    private SimulatedReader reader;
    private StationRoom room;

    @BeforeEach
    void put_a_device_in() throws IOException {
        Sgp26.assumeHere();
        room = new StationRoom(folder);
        room.enqueue(Factory.EID, factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));
        reader = readerOf(power);
    }

    @AfterEach
    void close() throws IOException {
        if (room != null) {
            room.close();
        }
    }

    @Test
    void a_device_in_a_reader_has_a_profile_installed() throws Exception {
        assertThat(room.process(AuthenticationManner.BOTH).serve(place()))
                .as(room.log())
                .isTrue();

        assertThat(power.card().state().profiles()).hasSize(1);
        assertThat(room.events()).containsExactly("AUTHENTICATED", "IMAGE_SENT", "AUTHENTICATED", "INSTALLED");
        assertThat(told).singleElement().asString().endsWith("installed");
    }

    @Test
    void a_transfer_goes_on_when_the_device_is_put_back_into_the_reader() throws Exception {
        reader.pullAt(60);
        assertThat(room.process(AuthenticationManner.KEY_SET).serve(place())).isFalse();
        assertThat(room.log()).contains("the device in the reader Simulated Reader 00 is gone");
        int before = reader.apdus();

        assertThat(room.process(AuthenticationManner.KEY_SET).serve(place()))
                .as(room.log())
                .isTrue();

        int chunks = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL).length / Instruction.CHUNK;
        assertThat(reader.apdus() - before)
                .as("commands of the second part of %d chunks", chunks)
                .isLessThan(chunks);
        assertThat(power.card().state().profiles()).hasSize(1);
    }

    @Test
    void wrong_jig_and_foreign_keys_authenticate_nothing() throws Exception {
        Place inWrongJig = new Place("reader", new CardCarrier(reader), StationRoom.WRONG_JIG);

        assertThat(room.process(AuthenticationManner.JIG).serve(inWrongJig)).isFalse();
        assertThat(room.process(AuthenticationManner.KEY_SET, Factory.OTHER_MASTER)
                        .serve(place()))
                .isFalse();

        assertThat(room.events()).containsExactly("NOT_AUTHENTICATED", "NOT_AUTHENTICATED");
        assertThat(room.log()).contains("the current at the jig", "does not have the key set");
        assertThat(power.names()).isEmpty();
    }

    @Test
    void devices_in_several_readers_are_served_at_once() throws Exception {
        Power otherPower = new Power(Factory.OTHER_EID);
        room.enqueue(
                Factory.OTHER_EID, factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL, Factory.OTHER_EID));
        Place other = new Place("other", new CardCarrier(readerOf(otherPower)), StationRoom.GOOD_JIG);

        assertThat(room.process(AuthenticationManner.KEY_SET).serveAll(List.of(place(), other)))
                .as(room.log())
                .isEqualTo(2);

        assertThat(otherPower.card().state().profiles()).hasSize(1);
    }

    @Test
    void another_card_in_the_reader_is_told_and_gets_nothing() {
        DeviceLink link = new DeviceLink(new CardCarrier(new SimulatedReader(VirtualCard.of(power.card()))));

        assertThatThrownBy(link::identity).hasMessageContaining("is no device of this kind");
    }

    private SimulatedReader readerOf(Power one) {
        DeviceProcess process = new DeviceProcess(factory.device(one), told::add);
        process.boot();
        return new SimulatedReader(new LinkCard(process::answer));
    }

    private Place place() {
        return new Place("reader", new CardCarrier(reader), StationRoom.GOOD_JIG);
    }
}
