package org.mintline.rsp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;

class StoreMetadataRequestTest {
    private static final Iccid ICCID = new Iccid("8949449999999990031");
    private static final String MANDATORY = "5a0a989444999999990930f1" + "910141" + "920142";

    @Test
    void names_are_bounded_in_bytes_not_in_characters() {
        assertThat(StoreMetadataRequest.of(ICCID, "ä".repeat(16), "").encoded()).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> StoreMetadataRequest.of(ICCID, "ä".repeat(17), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> StoreMetadataRequest.of(ICCID, "", "a".repeat(65)));
    }

    @Test
    void service_specific_data_are_kept() {
        byte[] input = HexFormat.of().parseHex("bf2519" + MANDATORY + "bf22040102" + "0304");
        StoreMetadataRequest request = StoreMetadataRequest.decode(input);
        assertThat(request.extensions()).hasSize(1);
        assertThat(request.encoded()).isEqualTo(input);
    }

    @Test
    void an_element_out_of_its_order_is_refused() {
        byte[] input = HexFormat.of().parseHex("bf2519" + MANDATORY + "99020640" + "950101");
        assertThatThrownBy(() -> StoreMetadataRequest.decode(input))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("'95' at byte 25");
    }

    @Test
    void an_icon_without_its_type_is_refused() {
        byte[] input = HexFormat.of().parseHex("bf2515" + MANDATORY + "940100");
        assertThatThrownBy(() -> StoreMetadataRequest.decode(input)).isInstanceOf(DecodeException.class);
    }
}
