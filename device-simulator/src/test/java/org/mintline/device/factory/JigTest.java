package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.mintline.device.factory.jig.SerialJig;
import org.mintline.device.factory.link.PipeWire;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;

class JigTest {
    private static final JigSettings SETTINGS = JigSettings.parse("3.3,0.120,5,3");
    private static final JigReading GOOD = reading("3.312", "0.118");

    @Property(tries = 300)
    void readings_within_the_tolerance_and_no_others_authenticate(
            @ForAll @BigRange(min = "0", max = "2") BigDecimal volts,
            @ForAll @BigRange(min = "0", max = "2") BigDecimal amperes,
            @ForAll @IntRange(min = 1, max = 20) int tolerance) {
        JigSettings settings = new JigSettings(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(tolerance), 1);
        BigDecimal off = volts.subtract(BigDecimal.ONE)
                .abs()
                .max(amperes.subtract(BigDecimal.ONE).abs());

        boolean within = off.multiply(BigDecimal.valueOf(100)).compareTo(BigDecimal.valueOf(tolerance)) <= 0;

        assertThat(settings.judge(List.of(new JigReading(volts, amperes))).isEmpty())
                .isEqualTo(within);
    }

    @Property(tries = 100)
    void one_reading_outside_spoils_all_others(@ForAll @IntRange(max = 2) int position) {
        List<JigReading> readings = new java.util.ArrayList<>(Collections.nCopies(3, GOOD));
        readings.set(position, reading("3.3", "0.2"));

        assertThat(SETTINGS.judge(readings)).contains("the current at the jig is 0.2 A, not 0.120 A within 5 percent");
    }

    @Example
    void fewer_readings_than_wanted_do_not_authenticate() {
        assertThat(SETTINGS.judge(List.of(GOOD, GOOD))).contains("the jig gave 2 readings of 3");
        assertThat(SETTINGS.judge(List.of(GOOD, GOOD, GOOD))).isEmpty();
    }

    @Example
    void settings_that_make_no_sense_are_refused() {
        for (String text : List.of("3.3,0.1,5", "0,0.1,5,3", "3.3,0.1,101,3", "3.3,0.1,5,0", "3.3,x,5,3")) {
            assertThatThrownBy(() -> JigSettings.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void the_adapter_is_asked_and_answers_one_line() throws IOException {
        PipeWire.Pair line = PipeWire.pair();
        line.device().write("V=3.312 I=0.118\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(new SerialJig(line.station(), 1000).read()).isEqualTo(GOOD);

        byte[] query = new byte[10];
        assertThat(line.device().read(query, 1000)).isEqualTo(5);
        assertThat(new String(query, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("READ\n");
    }

    @Example
    void an_adapter_that_is_silent_or_talks_nonsense_is_told() throws IOException {
        PipeWire.Pair line = PipeWire.pair();
        SerialJig jig = new SerialJig(line.station(), 20);
        assertThatThrownBy(jig::read).hasMessage("the jig does not answer");
        line.device().write("V=-1 I=many\n".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(jig::read).hasMessage("the jig answers with what is no reading of volt and ampere");
        line.device().write("9".repeat(100).getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(jig::read).hasMessage("the jig answers with a line that does not end");
    }

    private static JigReading reading(String volt, String ampere) {
        return new JigReading(new BigDecimal(volt), new BigDecimal(ampere));
    }
}
