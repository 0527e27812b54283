package org.mintline.device.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarrierTimesTest {
    @Test
    void a_serial_line_takes_ten_bits_a_byte_and_a_turn_each_exchange() {
        assertThat(CarrierTimes.serial(115_200, 0, 115_200, 0.016)).isEqualTo(10, within(1e-9));
        assertThat(CarrierTimes.serial(0, 100, 115_200, 0.016)).isEqualTo(1.6, within(1e-9));
    }

    @Test
    void a_packet_takes_as_many_short_messages_as_it_fills() {
        // 10 bytes in clear, 14 of header and 98 of packet make 112 ciphered; with 3 of user data header 125 of 140
        assertThat(messagesOf(98)).isEqualTo(1);
        assertThat(messagesOf(99)).as("128 ciphered do not fit any more").isEqualTo(2);
        // 132 bytes in the first message and 134 in the second: 10 in clear and 256 ciphered fit exactly
        assertThat(messagesOf(242)).isEqualTo(2);
        assertThat(messagesOf(243)).isEqualTo(3);
        assertThat(CarrierTimes.shortMessages(Collections.nCopies(3, new byte[98])))
                .isEqualTo(3);
    }

    private static int messagesOf(int length) {
        return CarrierTimes.shortMessages(List.of(new byte[length]));
    }
}
