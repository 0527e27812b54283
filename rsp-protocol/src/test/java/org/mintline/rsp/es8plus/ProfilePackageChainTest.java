package org.mintline.rsp.es8plus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mintline.rsp.apdu.StoreDataReassembly;
import org.mintline.rsp.bsp.BspException;
import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.data.IconType;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.LoadBoundProfilePackage;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

class ProfilePackageChainTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Randomness RANDOM = new ReproducibleRandomness(8);
    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final byte[] TRANSACTION_ID = HEX.parseHex("df9c0ef4041a47ee9bfdcf0ab10770ed");
    private static final byte[] EID = HEX.parseHex("89049032123451234512345678901235");
    private static final byte[] HOST_ID = "smdpplus".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] METADATA =
            Tlv.encode(0xBF25, Tlv.encode(0x5A, new byte[10]), Tlv.encode(0x91, HOST_ID));

    private enum Protection {
        SESSION_KEYS,
        PROFILE_PROTECTION_KEYS;

        BoundProfilePackage bind(UnprotectedProfilePackage upp, Binding binding) {
            return this == SESSION_KEYS
                    ? upp.bind(binding)
                    : upp.protect(RANDOM).bind(binding);
        }
    }

    /** Both ends of one session on one curve. */
    private record World(KeyPair dpPb, KeyPair smdp, KeyPair euicc) {
        static World on(EllipticCurve curve) {
            return new World(
                    CRYPTOGRAPHY.generateKeyPair(curve),
                    CRYPTOGRAPHY.generateKeyPair(curve),
                    CRYPTOGRAPHY.generateKeyPair(curve));
        }

        byte[] euiccOtpk() {
            return Cryptography.encodePoint(euicc.getPublic());
        }

        Binding binding(byte[] metadata) {
            return Binding.open(
                    CRYPTOGRAPHY,
                    new Binding.Session(TRANSACTION_ID, EID, euiccOtpk(), HOST_ID),
                    smdp,
                    parts -> CRYPTOGRAPHY.sign(dpPb.getPrivate(), parts),
                    ConfigureIsdpRequest.empty(),
                    metadata);
        }

        BspKeys sessionKeysOfEuicc(BoundProfilePackage bpp, byte[] eid) {
            InitialiseSecureChannelRequest request = bpp.parts().initialiseSecureChannel();
            byte[] secret = CRYPTOGRAPHY.sharedSecret(
                    euicc.getPrivate(),
                    CRYPTOGRAPHY.decodePoint(EllipticCurve.of(euicc.getPrivate()), request.smdpOtpk()));
            return BspKeys.derive(secret, request.controlRefTemplate().hostId(), eid);
        }
    }

    private static final World NIST = World.on(EllipticCurve.NIST_P256);

    @Property(tries = 200)
    void the_euicc_gets_the_profile_of_any_size_under_both_protections(
            @ForAll Protection protection, @ForAll @Size(min = 1, max = 6000) byte[] upp) {
        BoundProfilePackage bpp = protection.bind(new UnprotectedProfilePackage(upp), NIST.binding(METADATA));
        BoundProfilePackage.Content content = bpp.open(NIST.sessionKeysOfEuicc(bpp, EID));
        assertThat(content.profile().encoded()).isEqualTo(upp);
        assertThat(content.storeMetadata()).isEqualTo(METADATA);
        assertThat(content.configureIsdp().encoded()).isEqualTo(HEX.parseHex("bf2400"));
        assertThat(content.replaceSessionKeys().isPresent())
                .isEqualTo(protection == Protection.PROFILE_PROTECTION_KEYS);
    }

    @ParameterizedTest
    @EnumSource(EllipticCurve.class)
    void the_channel_is_signed_for_this_euicc_on_either_curve(EllipticCurve curve) {
        World world = World.on(curve);
        BoundProfilePackage bpp = upp(3000).bind(world.binding(METADATA));
        InitialiseSecureChannelRequest request = bpp.parts().initialiseSecureChannel();
        assertThat(request.isSignedBy(CRYPTOGRAPHY, world.dpPb().getPublic(), world.euiccOtpk()))
                .isTrue();
        assertThat(request.isSignedBy(
                        CRYPTOGRAPHY,
                        world.dpPb().getPublic(),
                        Cryptography.encodePoint(world.smdp().getPublic())))
                .isFalse();
        assertThat(request.isSignedBy(CRYPTOGRAPHY, world.smdp().getPublic(), world.euiccOtpk()))
                .isFalse();
        assertThat(bpp.open(world.sessionKeysOfEuicc(bpp, EID)).profile().encoded())
                .isEqualTo(upp(3000).encoded());
    }

    @Test
    void what_is_signed_is_remoteOpId_transactionId_controlRefTemplate_and_both_one_time_keys() {
        List<byte[]> signed = new ArrayList<>();
        byte[] smdpOtpk = Cryptography.encodePoint(NIST.smdp().getPublic());
        InitialiseSecureChannelRequest.signed(
                TRANSACTION_ID, ControlRefTemplate.aes(HOST_ID), smdpOtpk, NIST.euiccOtpk(), parts -> {
                    signed.addAll(List.of(parts));
                    return new byte[64];
                });
        assertThat(HEX.formatHex(join(signed)))
                .isEqualTo("820101" + "8010" + HEX.formatHex(TRANSACTION_ID)
                        + "a610" + "800188" + "810110" + "8408" + HEX.formatHex(HOST_ID)
                        + "5f4941" + HEX.formatHex(smdpOtpk)
                        + "5f4941" + HEX.formatHex(NIST.euiccOtpk()));
    }

    @Property(tries = 50)
    void a_package_bound_for_another_eid_is_refused(@ForAll Protection protection) {
        BoundProfilePackage bpp = protection.bind(upp(2000), NIST.binding(METADATA));
        byte[] other = EID.clone();
        other[15] ^= 1;
        assertThatThrownBy(() -> bpp.open(NIST.sessionKeysOfEuicc(bpp, other))).isInstanceOf(BspException.class);
    }

    @Property(tries = 500)
    void a_package_with_any_changed_octet_is_refused(
            @ForAll Protection protection,
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        BoundProfilePackage bpp = protection.bind(upp(1500), NIST.binding(METADATA));
        byte[] altered = bpp.encoded().clone();
        altered[place % altered.length] ^= (byte) change;
        assertThat(isTaken(new BoundProfilePackage(altered), NIST.sessionKeysOfEuicc(bpp, EID)))
                .isFalse();
    }

    /** As an eUICC decides: octets in front of the segments are covered by the signature, all others by a MAC. */
    private static boolean isTaken(BoundProfilePackage received, BspKeys keys) {
        try {
            received.open(keys);
            return received.parts()
                    .initialiseSecureChannel()
                    .isSignedBy(CRYPTOGRAPHY, NIST.dpPb().getPublic(), NIST.euiccOtpk());
        } catch (DecodeException | BspException e) {
            return false;
        }
    }

    @Test
    void binding_takes_over_the_protected_segments_as_they_are() {
        ProtectedProfilePackage ppp = upp(12_000).protect(RANDOM);
        for (BoundProfilePackage bpp : List.of(ppp.bind(NIST.binding(METADATA)), ppp.bind(NIST.binding(METADATA)))) {
            assertThat(join(bpp.parts().sequenceOf86())).isEqualTo(ppp.segments());
        }
    }

    @Test
    void the_same_binding_gives_the_same_package_again() {
        Binding binding = NIST.binding(METADATA);
        ProtectedProfilePackage ppp = upp(5000).protect(RANDOM);
        assertThat(ppp.bind(binding).encoded()).isEqualTo(ppp.bind(binding).encoded());
    }

    @Test
    void long_metadata_is_split_over_several_segments() {
        byte[] metadata = Tlv.encode(0xBF25, Tlv.encode(0x94, new byte[1024]));
        BoundProfilePackage bpp = upp(100).protect(RANDOM).bind(NIST.binding(metadata));
        assertThat(bpp.parts().sequenceOf88()).hasSize(2);
        assertThat(bpp.open(NIST.sessionKeysOfEuicc(bpp, EID)).storeMetadata()).isEqualTo(metadata);
    }

    @Test
    void the_longest_package_can_be_bound_and_read() {
        BoundProfilePackage bpp = upp(UnprotectedProfilePackage.MAXIMUM_LENGTH).bind(NIST.binding(METADATA));
        assertThat(bpp.open(NIST.sessionKeysOfEuicc(bpp, EID)).profile().encoded())
                .hasSize(UnprotectedProfilePackage.MAXIMUM_LENGTH);
        assertThatThrownBy(() -> upp(UnprotectedProfilePackage.MAXIMUM_LENGTH + 1))
                .isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> upp(0)).isInstanceOf(DecodeException.class);
    }

    @Test
    void an_lpa_cuts_the_package_at_the_places_of_clause_2_5_5() {
        BoundProfilePackage bpp = upp(2500).protect(RANDOM).bind(NIST.binding(METADATA));
        List<byte[]> pieces = bpp.storeDataPieces().toList();
        assertThat(join(pieces)).isEqualTo(bpp.encoded());
        assertThat(pieces.stream().map(p -> Integer.toHexString(p[0] & 0xFF)))
                .containsExactly("bf", "a0", "a1", "88", "a2", "a3", "86", "86", "86");
        assertThat(pieces.get(0)).endsWith(bpp.parts().initialiseSecureChannel().encoded());
        assertThat(pieces.get(2)).hasSizeLessThan(5);
        assertThat(pieces.get(5)).hasSizeLessThan(5);
    }

    @Test
    void the_metadata_can_be_read_without_the_keys() {
        StoreMetadataRequest metadata = new StoreMetadataRequest(
                new Iccid("89999010000000012349"),
                "Operator",
                "Profile",
                Optional.of(IconType.PNG),
                Optional.of(new byte[StoreMetadataRequest.MAXIMUM_ICON]),
                Optional.of(ProfileClass.TEST),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of());
        BoundProfilePackage bpp = upp(100).bind(NIST.binding(metadata.encoded()));
        assertThat(bpp.parts().sequenceOf88()).hasSizeGreaterThan(1);
        assertThat(bpp.uncheckedMetadata()).usingRecursiveComparison().isEqualTo(metadata);
    }

    @Test
    void the_commands_that_load_the_package_carry_its_pieces() {
        BoundProfilePackage bpp = upp(2500).protect(RANDOM).bind(NIST.binding(METADATA));
        StoreDataReassembly card = new StoreDataReassembly(2000);
        List<byte[]> pieces = LoadBoundProfilePackage.commands(bpp, 1)
                .peek(command -> assertThat(command.cla()).isEqualTo(0x81))
                .flatMap(command -> card.accept(command).stream())
                .toList();
        assertThat(pieces).containsExactlyElementsOf(bpp.storeDataPieces().toList());
    }

    @Property(tries = 2000)
    void any_bytes_end_in_the_typed_error(@ForAll @Size(max = 300) byte[] bytes) {
        BoundProfilePackage bpp = new BoundProfilePackage(Tlv.encode(0xBF36, bytes));
        assertThatThrownBy(bpp::parts).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> ReplaceSessionKeysRequest.decode(bytes)).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> InitialiseSecureChannelRequest.decode(bytes)).isInstanceOf(DecodeException.class);
    }

    @Test
    void proprietary_data_of_the_sm_dp_plus_is_kept() {
        byte[] data = Tlv.encode(0xB8, Tlv.encode(0x80, HEX.parseHex("8837030a")));
        ConfigureIsdpRequest request = ConfigureIsdpRequest.of(data);
        assertThat(ConfigureIsdpRequest.decode(request.encoded()).dpProprietaryData())
                .hasValue(data);
        byte[] tooLong = Tlv.encode(0xB8, Tlv.encode(0x80, new byte[126]));
        assertThatThrownBy(() -> ConfigureIsdpRequest.of(tooLong)).isInstanceOf(DecodeException.class);
    }

    @Test
    void published_test_profiles_pass_through_whole() throws IOException {
        Path folder = Path.of(System.getProperty("mintline.material", "none"), "ts48");
        assumeTrue(Files.isDirectory(folder), "published material is not in " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] profile = Files.readAllBytes(file);
                BoundProfilePackage bpp =
                        new UnprotectedProfilePackage(profile).protect(RANDOM).bind(NIST.binding(METADATA));
                assertThat(bpp.open(NIST.sessionKeysOfEuicc(bpp, EID)).profile().encoded())
                        .isEqualTo(profile);
            }
        }
    }

    private static UnprotectedProfilePackage upp(int length) {
        byte[] encoded = new byte[length];
        for (int i = 0; i < length; i++) {
            encoded[i] = (byte) (i * 31);
        }
        return new UnprotectedProfilePackage(encoded);
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
