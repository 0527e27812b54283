package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.link.CommandHandler;
import org.mintline.device.factory.link.https.LinkClient;
import org.mintline.device.factory.link.https.LinkServer;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.https.PinnedTrust;
import org.mintline.device.lpa.Sgp26;
import org.mintline.device.pki.StationKeys;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.station.AuthenticationManner;

/** The factory link over HTTPS: devices that come by themselves, and a network that fails. */
class HttpsLinkTest {
    private static final int MAXIMUM_SESSIONS = 3;
    private static final int LONG = 60_000;
    private static final int SHORT = 3_000;

    @TempDir
    Path folder;

    private final Factory factory = new Factory();
    private final List<HttpsDevice> devices = new ArrayList<>();
    private StationRoom room;
    private LinkServer server;

    @BeforeEach
    void open_a_station() throws IOException {
        room = new StationRoom(folder);
        StationKeys.write(folder.resolve("station"), Factory.CRYPTOGRAPHY, Instant.now());
        listen(0, LONG);
    }

    @AfterEach
    void close() throws Exception {
        for (HttpsDevice device : devices) {
            device.close();
        }
        server.close();
        room.close();
    }

    @Test
    void devices_that_come_over_HTTPS_have_their_profiles_installed_at_once() throws Exception {
        Sgp26.assumeHere();
        List<Power> powers = new ArrayList<>();
        for (int number = 1; number <= MAXIMUM_SESSIONS; number++) {
            Power power = new Power(Eid.withCheckDigits("89049032000000000000000000000" + number));
            room.enqueue(power.eid(), factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL, power.eid()));
            powers.add(power);
            switchOn(factory.device(power));
        }

        assertThat(room.process(AuthenticationManner.KEY_SET).serveAll(List.of(place(), place(), place())))
                .as(room.log())
                .isEqualTo(MAXIMUM_SESSIONS);

        for (Power power : powers) {
            assertThat(power.card().state().profiles()).hasSize(1);
        }
    }

    @Test
    void a_transfer_goes_on_in_another_session_when_the_device_was_gone() throws Exception {
        Sgp26.assumeHere();
        server.close();
        listen(0, SHORT);
        Power power = new Power(Factory.EID);
        byte[] image = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL);
        room.enqueue(Factory.EID, image);
        HttpsDevice first = switchOn(factory.device(power), 60);
        StationProcess process = room.process(AuthenticationManner.KEY_SET);
        Place place = place();

        assertThat(process.serve(place)).isFalse();
        assertThat(room.log()).contains("IMAGE_NOT_SENT", "the device does not answer");
        first.close();
        HttpsDevice second = switchOn(factory.device(power));
        assertThat(process.serve(place)).as(room.log()).isTrue();

        assertThat(second.chunks.get()).isLessThan(image.length / Instruction.CHUNK);
        assertThat(power.card().state().profiles()).hasSize(1);
    }

    @Test
    void a_device_finds_the_station_again_that_was_restarted() throws Exception {
        Sgp26.assumeHere();
        Power power = new Power(Factory.EID);
        switchOn(factory.device(power));
        StationProcess process = room.process(AuthenticationManner.KEY_SET);
        assertThat(process.serve(place())).as("without an image").isFalse();
        assertThat(room.events()).containsExactly("AUTHENTICATED");
        int port = server.port();
        server.close();

        listen(port, LONG);
        room.enqueue(Factory.EID, factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));

        assertThat(process.serve(place())).as(room.log()).isTrue();
    }

    @Test
    void wrong_jig_and_foreign_keys_authenticate_nothing() throws Exception {
        Sgp26.assumeHere();
        Power power = new Power(Factory.EID);
        room.enqueue(Factory.EID, factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));
        switchOn(factory.device(power));
        Place place = new Place("HTTPS", server.place(), StationRoom.WRONG_JIG);

        assertThat(room.process(AuthenticationManner.BOTH).serve(place)).isFalse();
        assertThat(room.process(AuthenticationManner.KEY_SET, Factory.OTHER_MASTER)
                        .serve(place))
                .isFalse();

        assertThat(room.events()).containsExactly("NOT_AUTHENTICATED", "NOT_AUTHENTICATED");
        assertThat(power.names()).isEmpty();
    }

    @Test
    void a_device_does_not_speak_to_a_station_with_another_certificate() throws Exception {
        StationKeys.write(folder.resolve("other"), Factory.CRYPTOGRAPHY, Instant.now());
        PinnedTrust other = new PinnedTrust(Files.readAllBytes(folder.resolve("other/station.der")));
        LinkClient client = new LinkClient(station(), other.context(), command -> {
            throw new AssertionError("no command may come");
        });

        assertThatThrownBy(() -> {
                    while (true) {
                        client.answerNext(LONG);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not the trusted one");
    }

    @Test
    void what_is_posted_twice_is_taken_once() throws Exception {
        URI session =
                station().resolve(openSession().headers().firstValue("Location").orElseThrow());
        CommandApdu first = Instruction.GET_IDENTITY.command(0, 0, new byte[0]);
        CommandApdu second = Instruction.RESTART.command(0, 0, new byte[0]);
        CompletableFuture<List<ResponseApdu>> answers = CompletableFuture.supplyAsync(() -> exchange(first, second));

        assertThat(post(session, new byte[] {0}).body()).isEqualTo(message(1, first.encoded()));
        byte[] answer = message(1, HexFormat.of().parseHex("019000"));
        assertThat(post(session, answer).body()).isEqualTo(message(2, second.encoded()));
        assertThat(post(session, answer).body()).isEqualTo(message(2, second.encoded()));
        assertThat(post(session, message(1, HexFormat.of().parseHex("029000"))).statusCode())
                .isEqualTo(409);
        assertThat(post(session, new byte[] {0}).statusCode()).isEqualTo(409);
        assertThat(post(session, message(3, HexFormat.of().parseHex("9000"))).statusCode())
                .isEqualTo(409);
        CompletableFuture<HttpResponse<byte[]>> last = CompletableFuture.supplyAsync(
                () -> post(session, message(2, HexFormat.of().parseHex("6985"))));

        assertThat(answers.get()).extracting(ResponseApdu::statusWord).containsExactly(0x9000, 0x6985);
        server.close();
        last.cancel(true);
    }

    @Test
    void what_is_no_message_of_a_session_is_refused() throws Exception {
        URI session =
                station().resolve(openSession().headers().firstValue("Location").orElseThrow());

        assertThat(post(session, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(post(session, new byte[263]).statusCode()).isEqualTo(413);
        assertThat(post(station().resolve(LinkServer.PATH + "/00000000000000000000000000000000"), new byte[1])
                        .statusCode())
                .isEqualTo(404);
        HttpRequest get = HttpRequest.newBuilder(session).GET().build();
        assertThat(client().send(get, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
                .isEqualTo(405);
        openSession();
        openSession();
        assertThat(openSession().statusCode()).isEqualTo(503);
    }

    /** A device that comes by itself, until it is closed or has carried out so many commands. */
    private final class HttpsDevice implements AutoCloseable {
        final AtomicInteger chunks = new AtomicInteger();
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final Thread thread;

        HttpsDevice(FactoryDevice device, int commands) {
            AtomicInteger left = new AtomicInteger(commands);
            CommandHandler counting = command -> {
                chunks.addAndGet(command.ins() == Instruction.IMAGE_CHUNK.value() ? 1 : 0);
                goesOn.compareAndSet(true, left.decrementAndGet() > 0);
                return device.answer(command);
            };
            thread = new Thread(() -> run(device, counting), "device");
            thread.start();
        }

        private void run(FactoryDevice device, CommandHandler handler) {
            try {
                LinkClient client = new LinkClient(station(), trust().context(), handler);
                new DeviceProcess(device, told -> {}).run(client, goesOn::get);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            goesOn.set(false);
            thread.join();
        }
    }

    private HttpsDevice switchOn(FactoryDevice device) {
        return switchOn(device, Integer.MAX_VALUE);
    }

    private HttpsDevice switchOn(FactoryDevice device, int commands) {
        HttpsDevice switchedOn = new HttpsDevice(device, commands);
        devices.add(switchedOn);
        return switchedOn;
    }

    private void listen(int port, int milliseconds) throws IOException {
        server = new LinkServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                StationKeys.context(folder.resolve("station/station.key.pem"), folder.resolve("station/station.der")),
                Factory.CRYPTOGRAPHY.randomness(),
                MAXIMUM_SESSIONS,
                milliseconds);
    }

    private Place place() {
        return new Place("HTTPS", server.place(), StationRoom.GOOD_JIG);
    }

    private URI station() {
        return URI.create("https://127.0.0.1:" + server.port());
    }

    private PinnedTrust trust() throws IOException {
        return new PinnedTrust(Files.readAllBytes(folder.resolve("station/station.der")));
    }

    private List<ResponseApdu> exchange(CommandApdu... commands) {
        try (var place = server.place()) {
            List<ResponseApdu> answers = new ArrayList<>();
            for (CommandApdu command : commands) {
                answers.add(place.exchange(command));
            }
            return answers;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> openSession() {
        return post(station().resolve(LinkServer.PATH), new byte[0]);
    }

    private HttpResponse<byte[]> post(URI address, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return client().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client() throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust().context())
                .build();
    }

    private static byte[] message(int sequence, byte[] payload) {
        byte[] message = Arrays.copyOf(new byte[] {(byte) sequence}, 1 + payload.length);
        System.arraycopy(payload, 0, message, 1, payload.length);
        return message;
    }
}
