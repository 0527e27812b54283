package org.mintline.smdpplus.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.smdpplus.ProfileImports;
import org.mintline.smdpplus.ProfileImports.BadLine;
import org.mintline.smdpplus.ProfileImports.State;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.smdpplus.transaction.NewTransaction;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class ProfileImportTest {
    private static final String TYPE = "5g";
    private static final String KI = "00112233445566778899aabbccddeeff";
    private static final String OPC = "ffeeddccbbaa99887766554433221100";

    private static SmDpPlusWorld world(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        world.createType(new ProfileTypes.NewProfileType(
                TYPE,
                "",
                SourceFormat.TEMPLATE,
                DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8),
                StoreMetadataRequest.of(iccid(0), "Northern", "Northern 5G"),
                Protection.RANDOM_KEYS,
                Optional.of(0)));
        return world;
    }

    private static Iccid iccid(int number) {
        return Iccid.withCheckDigit(String.format("8988211%011d", number));
    }

    private static String row(int number) {
        return iccid(number) + "," + String.format("00101%010d", number) + "," + KI + "," + OPC;
    }

    private static String csv(int from, int to) {
        return "iccid,imsi,ki,opc\n"
                + IntStream.range(from, to).mapToObj(ProfileImportTest::row).collect(Collectors.joining("\n"));
    }

    private static long receive(SmDpPlusWorld world, ImportFormat format, String text) throws IOException {
        return world.imports()
                .receive(
                        NORTHERN.id(),
                        TYPE,
                        "profiles." + format,
                        format,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "console:test");
    }

    private static ProfileImports.Progress progress(SmDpPlusWorld world, long id) {
        return world.imports().find(Optional.of(NORTHERN.id()), id).orElseThrow();
    }

    private static List<BadLine> badLines(SmDpPlusWorld world, long id) {
        return world.imports().badLines(Optional.of(NORTHERN.id()), id, OptionalLong.empty(), 100);
    }

    @OnEveryDatabase
    void all_lines_of_a_file_come_into_stock(TestDatabase database) throws IOException {
        SmDpPlusWorld world = world(database);
        long id = receive(world, ImportFormat.CSV, csv(0, 1_203));
        assertThat(progress(world, id).state()).isEqualTo(State.WAITING);
        world.importRun(world.transactions()).run();
        ProfileImports.Progress done = progress(world, id);
        assertThat(done.state()).isEqualTo(State.FINISHED);
        assertThat(done.accepted()).isEqualTo(1_203);
        assertThat(done.bytesDone()).isEqualTo(done.bytes());
        assertThat(world.stateOf(iccid(1_202).digits())).isEqualTo(ProfileState.AVAILABLE);
        assertThat(world.imports().find(Optional.of(SOUTHERN.id()), id)).isEmpty();
    }

    @OnEveryDatabase
    void each_bad_line_is_told_and_no_good_one_is_lost(TestDatabase database) throws IOException {
        SmDpPlusWorld world = world(database);
        String text = csv(0, 2)
                + "\n" + row(0)
                + "\n\n8988211,1,2,3"
                + "\n" + iccid(7) + ",notanimsi," + KI + "," + OPC
                + "\n" + iccid(8) + ",001010000000008," + KI
                + "\n" + row(9);
        long id = receive(world, ImportFormat.CSV, text);
        world.importRun(world.transactions()).run();
        assertThat(progress(world, id).accepted()).isEqualTo(3);
        assertThat(badLines(world, id)).extracting(BadLine::line).containsExactly(4L, 6L, 7L, 8L);
        assertThat(badLines(world, id).toString()).doesNotContain(KI);
        long again = receive(world, ImportFormat.CSV, csv(0, 3));
        world.importRun(world.transactions()).run();
        assertThat(progress(world, again).accepted()).isEqualTo(1);
        assertThat(progress(world, again).rejected()).isEqualTo(2);
    }

    @OnEveryDatabase
    void an_import_goes_on_where_it_was_when_its_node_died(TestDatabase database) throws IOException {
        SmDpPlusWorld world = world(database);
        long id = receive(world, ImportFormat.CSV, csv(0, 1_700));
        AtomicInteger left = new AtomicInteger(6);
        Transactions dying = new Transactions(new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (left.decrementAndGet() < 0) {
                    throw new IllegalStateException("the node dies");
                }
                return database.callInNew(work);
            }
        });
        assertThatThrownBy(() -> world.importRun(dying).run()).hasMessage("the node dies");
        ProfileImports.Progress stopped = progress(world, id);
        assertThat(stopped.state()).isEqualTo(State.RUNNING);
        assertThat(stopped.accepted()).isBetween(500L, 1_500L);
        world.importRun(world.transactions()).run();
        assertThat(progress(world, id).accepted()).isEqualTo(stopped.accepted());
        world.pass(Duration.ofMinutes(3));
        world.importRun(world.transactions()).run();
        assertThat(progress(world, id).state()).isEqualTo(State.FINISHED);
        assertThat(progress(world, id).accepted()).isEqualTo(1_700);
        assertThat(progress(world, id).rejected()).isZero();
    }

    @OnEveryDatabase
    void the_keys_of_an_input_file_are_deciphered_under_the_transport_key(TestDatabase database) throws Exception {
        SmDpPlusWorld world = world(database);
        byte[] key = HexFormat.of().parseHex("0f0e0d0c0b0a09080706050403020100");
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        String checkValue =
                HexFormat.of().formatHex(cipher.doFinal(new byte[16])).substring(0, 6);
        world.addTransportKey(3, TransportKey.Algorithm.AES_128, key, checkValue);
        String enciphered =
                HexFormat.of().formatHex(cipher.doFinal(HexFormat.of().parseHex(KI)));
        String opc = HexFormat.of().formatHex(cipher.doFinal(HexFormat.of().parseHex(OPC)));
        String text = "B1 20270104080000 2 5g 1 3\n"
                + iccid(1) + " 001010000000001 " + enciphered + " " + opc + "\n"
                + iccid(2) + " 001010000000002 abc " + opc + "\n";
        long id = receive(world, ImportFormat.INPUT, text);
        world.importRun(world.transactions()).run();
        assertThat(progress(world, id).accepted()).isEqualTo(1);
        assertThat(badLines(world, id)).extracting(BadLine::line).containsExactly(3L);
    }

    @OnEveryDatabase
    void a_file_that_names_an_unknown_transport_key_is_refused(TestDatabase database) throws IOException {
        SmDpPlusWorld world = world(database);
        long id = receive(world, ImportFormat.INPUT, "B1 20270104080000 1 5g 1 4\n");
        long headless = receive(world, ImportFormat.CSV, "");
        world.importRun(world.transactions()).run();
        assertThat(progress(world, id).state()).isEqualTo(State.REFUSED);
        assertThat(progress(world, id).refusal()).contains("there is no transport key 4");
        assertThat(progress(world, headless).state()).isEqualTo(State.REFUSED);
    }
}
