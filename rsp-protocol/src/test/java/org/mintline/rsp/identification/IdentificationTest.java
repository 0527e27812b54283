package org.mintline.rsp.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

class IdentificationTest {
    private static final HexFormat HEX = HexFormat.of();

    @Property(tries = 300)
    void an_iccid_survives_its_coding(@ForAll @NumericChars @StringLength(min = 18, max = 20) String digits) {
        Iccid iccid = new Iccid(digits);
        assertThat(Iccid.ofEf(iccid.ef())).isEqualTo(iccid);
        assertThat(Iccid.decode(Tlv.decode(iccid.encoded(), DecodeLimits.MESSAGE)))
                .isEqualTo(iccid);
        assertThat(Iccid.parse(iccid.padded())).isEqualTo(iccid);
    }

    @Property(tries = 300)
    void a_computed_check_digit_is_the_right_one(
            @ForAll @NumericChars @StringLength(min = 17, max = 19) String payload) {
        assertThat(Iccid.withCheckDigit(payload).hasCheckDigit()).isTrue();
    }

    @Test
    void an_iccid_is_coded_as_in_ef_iccid() {
        assertThat(new Iccid("8949449999999990031").ef()).isEqualTo(HEX.parseHex("989444999999990930f1"));
        assertThat(new Iccid("8949449999999990031").padded()).isEqualTo("8949449999999990031F");
        assertThat(new Iccid("89000123456789012341").hasCheckDigit()).isTrue();
        assertThat(new Iccid("89000123456789012342").hasCheckDigit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "89490", "89494499999999900311234", "894944999999999003x", "F8949449999999990031"})
    void what_is_no_iccid_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Iccid.parse(text));
    }

    @Test
    void an_iccid_with_a_filler_inside_is_refused_with_its_place() {
        Tlv tlv = Tlv.decode(HEX.parseHex("5a0a98f444999999990930f1"), DecodeLimits.MESSAGE);
        assertThatThrownBy(() -> Iccid.decode(tlv))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("byte 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89049032123451234512345678901235",
                "89086030202200000022000023022943",
                "89044045116727494800000004479366"
            })
    void eids_of_real_cards_are_accepted(String digits) {
        Eid eid = new Eid(digits);
        assertThat(Eid.of(eid.octets())).isEqualTo(eid);
        assertThat(Eid.withCheckDigits(digits.substring(0, 30))).isEqualTo(eid);
        assertThat(Eid.decode(Tlv.decode(eid.encoded(), DecodeLimits.MESSAGE))).isEqualTo(eid);
        assertThat(eid.eumIdentificationNumber()).isEqualTo(digits.substring(0, 8));
    }

    @Test
    void an_eid_with_wrong_check_digits_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Eid("89049032123451234512345678901234"));
    }

    @Property(tries = 300)
    void computed_eid_check_digits_fit(@ForAll @NumericChars @StringLength(30) String payload) {
        assertThat(Eid.withCheckDigits(payload).digits()).startsWith(payload).hasSize(32);
    }

    @Property(tries = 300)
    void an_imsi_survives_its_coding(@ForAll @NumericChars @StringLength(min = 6, max = 15) String digits) {
        assertThat(Imsi.ofEf(new Imsi(digits).ef())).isEqualTo(new Imsi(digits));
    }

    @Test
    void an_imsi_is_coded_as_in_ef_imsi() {
        assertThat(new Imsi("001010123456789").ef()).isEqualTo(HEX.parseHex("080910101032547698"));
        assertThat(new Imsi("00101012345678").ef()).isEqualTo(HEX.parseHex("0801101010325476f8"));
    }

    @Property(tries = 300)
    void an_imei_survives_its_coding(@ForAll @NumericChars @StringLength(15) String digits) {
        Imei imei = new Imei(digits);
        assertThat(Imei.of(imei.octets())).isEqualTo(imei);
        assertThat(Tac.of(imei.tac().octets())).isEqualTo(imei.tac());
    }

    @Test
    void an_imei_has_its_check_digit_in_the_upper_half_of_the_last_byte() {
        Imei imei = Imei.withCheckDigit("35299206111111");
        assertThat(imei.hasCheckDigit()).isTrue();
        byte[] octets = imei.octets();
        assertThat(octets[7] & 0xF).isEqualTo(0xF);
        byte[] otherWay = octets.clone();
        otherWay[7] = (byte) (0xF0 | (octets[7] & 0xFF) >> 4);
        assertThat(Imei.of(otherWay)).isEqualTo(imei);
    }

    @Property(tries = 300)
    void a_transaction_id_is_upper_case_hexadecimal(@ForAll @Size(min = 1, max = 16) byte[] octets) {
        TransactionId id = TransactionId.of(octets);
        assertThat(id.octets()).isEqualTo(octets);
        assertThat(id.text()).isEqualTo(HEX.withUpperCase().formatHex(octets));
        assertThat(new TransactionId(HEX.formatHex(octets))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0G", "00112233445566778899AABBCCDDEEFF00", "０１"})
    void what_is_no_transaction_id_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TransactionId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A B", "A$B", "Ä", "A_B"})
    void what_is_no_matching_id_is_refused(String text) {
        assertThat(MatchingId.isWellFormed(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new MatchingId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815",
                "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$$1",
                "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746$1",
                "1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746",
                "1$SMDP.GSMA.COM$$1.3.6.1.4.1.31746",
                "1$localhost:8443$QR-1"
            })
    void an_activation_code_is_formatted_as_it_was_read(String text) {
        assertThat(ActivationCode.parse(text).text()).isEqualTo(text);
        assertThat(ActivationCode.parse("LPA:" + text).qrText()).isEqualTo("LPA:" + text);
    }

    @Test
    void an_activation_code_tells_its_fields() {
        ActivationCode code = ActivationCode.parse("lpa:1$smdp.example.com:8443$TOKEN$2.999.10$1$later$fields");
        assertThat(code.smdpAddress().host().matches("SMDP.example.COM")).isTrue();
        assertThat(code.smdpAddress().port()).hasValue(8443);
        assertThat(code.activationCodeToken()).isEqualTo("TOKEN");
        assertThat(code.smdpOid()).contains(new ObjectIdentifier("2.999.10"));
        assertThat(code.confirmationCodeRequired()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LPA:",
                "1$host",
                "2$host.example$T",
                "1$$T",
                "1$host.example:0$T",
                "1$host.example:65536$T",
                "1$-host.example$T",
                "1$host.example$T T",
                "1$host.example$T$x",
                "1$host.example$T$$2"
            })
    void what_is_no_activation_code_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationCode.parse(text));
    }

    @Property(tries = 2_000)
    void any_text_is_an_activation_code_or_refused(@ForAll @StringLength(max = 300) String text) {
        assertThatIllegalOrNothing(() -> ActivationCode.parse("1$" + text));
        assertThatIllegalOrNothing(() -> ActivationCode.parse("1$host.example$" + text));
    }

    @Test
    void a_confirmation_code_is_hashed_with_the_transaction_id() {
        ConfirmationCode code = new ConfirmationCode("1234");
        TransactionId transactionId = new TransactionId("0102");
        assertThat(code.hash())
                .isEqualTo(HEX.parseHex("03ac674216f3e15c761ee1a5e255f067953623c8b388b4459e13f978d7c846f4"));
        byte[] hashCc = ConfirmationCode.hashCc(code.hash(), transactionId);
        assertThat(ConfirmationCode.matches(code.hash(), transactionId, hashCc)).isTrue();
        assertThat(ConfirmationCode.matches(code.hash(), new TransactionId("0103"), hashCc))
                .isFalse();
        assertThat(code.toString()).doesNotContain("1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.999.10", "1.3.6.1.4.1.31746", "2.23.146.1.2.1.4", "0.0", "2.100000000000000000000.3"})
    void an_object_identifier_survives_its_coding(String text) {
        ObjectIdentifier oid = new ObjectIdentifier(text);
        Tlv tlv = Tlv.decode(Tlv.encode(0x06, oid.content()), DecodeLimits.MESSAGE);
        assertThat(ObjectIdentifier.decode(tlv)).isEqualTo(oid);
    }

    @Test
    void the_object_identifier_of_the_test_smdp_is_coded_as_in_its_certificate() {
        assertThat(new ObjectIdentifier("2.999.10").content()).isEqualTo(HEX.parseHex("88370a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "3.1", "1.40", "1..2", "1.2.", "a.b"})
    void what_is_no_object_identifier_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectIdentifier(text));
    }

    @Test
    void versions_are_compared_by_their_parts() {
        SpecificationVersion v2012 = SpecificationVersion.parse("2.0.12");
        assertThat(v2012.octets()).containsExactly(2, 0, 12);
        assertThat(v2012.adminProtocol()).isEqualTo("gsma/rsp/v2.0.12");
        assertThat(SpecificationVersion.ofAdminProtocol("gsma/rsp/v2.5.0")).isGreaterThan(v2012);
        assertThatIllegalArgumentException().isThrownBy(() -> SpecificationVersion.ofAdminProtocol("v2.5.0"));
        assertThatIllegalArgumentException().isThrownBy(() -> SpecificationVersion.parse("2.5.256"));
    }

    @Test
    void domain_names_are_equal_in_any_case() {
        assertThat(new Fqdn("SMDP.Example.com"))
                .isEqualTo(new Fqdn("smdp.example.COM"))
                .hasSameHashCodeAs(new Fqdn("smdp.example.com"));
        assertThat(Fqdn.isWellFormed("a".repeat(64) + ".com")).isFalse();
        assertThat(Fqdn.isWellFormed("a..com")).isFalse();
        assertThat(Fqdn.isWellFormed("a.com.")).isFalse();
        assertThat(ServerAddress.parse("a.com").port()).isEmpty();
    }

    @Property(tries = 300)
    void tokens_of_issued_codes_come_back(@ForAll boolean required) {
        ActivationCode code = new ActivationCode(
                ServerAddress.parse("smdp.example.com"), MatchingId.EMPTY.text(), Optional.empty(), required);
        assertThat(ActivationCode.parse(code.qrText())).isEqualTo(code);
    }

    private static void assertThatIllegalOrNothing(Runnable parse) {
        try {
            parse.run();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("Exception");
        }
    }
}
