package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.protocol.ImageTransfer;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.lpa.RecordedDownload;
import org.mintline.device.lpa.Sgp26;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.station.AuthenticationManner;

/** Whenever the power is cut while a device boots, the next boot ends with the profile on the eUICC, once. */
class PowerCutTest {
    /** At the beginning and the end every step counts; the packets between them differ in nothing but their number. */
    private static final int EVERY = 17;

    private final Factory factory = new Factory();
    private final Power waiting = new Power(Factory.EID);

    @BeforeEach
    void leave_an_image_in_the_security_area() {
        Sgp26.assumeHere();
        FactoryDevice device = factory.device(waiting);
        byte[] image = factory.image(SigningKind.COMMERCIAL, ProfileClass.TEST);
        enterTestProfileMode(device);
        call(device, Instruction.OPEN_SESSION.command(AuthenticationManner.TEST.number(), 0, new byte[0]));
        ImageTransfer transfer =
                new ImageTransfer(Arrays.copyOfRange(image, 18, 34), image.length, Cryptography.sha256(image));
        call(device, Instruction.BEGIN_IMAGE.command(0, 0, transfer.encoded()));
        for (int offset = 0; offset < image.length; offset += Instruction.CHUNK) {
            byte[] chunk = Arrays.copyOfRange(image, offset, Math.min(image.length, offset + Instruction.CHUNK));
            call(
                    device,
                    Instruction.IMAGE_CHUNK.command(
                            0,
                            0,
                            ByteBuffer.allocate(4 + chunk.length)
                                    .putInt(offset)
                                    .put(chunk)
                                    .array()));
        }
        call(device, Instruction.COMMIT_IMAGE.command(0, 0, new byte[0]));
    }

    @Test
    void a_cut_at_any_write_and_any_APDU_of_the_installation() {
        int steps = stepsOfAnInstallation();
        for (int step = 0; step < steps; step++) {
            boolean isSpecial = step < 9 || step > steps - 9;
            if (isSpecial || step % EVERY == 0) {
                assertGoesOn(step, false);
                assertGoesOn(step, true);
            }
        }
    }

    @Test
    void a_device_whose_power_is_always_cut_gives_up_and_says_so() {
        Power power = waiting.copy();
        for (int attempt = 0; attempt < 5; attempt++) {
            power.lastsFor(40, false);
            assertThat(boot(power)).isEmpty();
        }
        power.isBack();

        assertThat(boot(power)).get().satisfies(report -> {
            assertThat(report.isInstalled()).isFalse();
            assertThat(report.detail()).contains("given up");
        });
        assertThat(power.card().state().profiles()).isEmpty();
    }

    private void assertGoesOn(int step, boolean isDone) {
        Power power = waiting.copy();
        power.lastsFor(step, isDone);
        boot(power);
        power.isBack();
        assertThat(power.card().state().profiles()).hasSizeLessThanOrEqualTo(1);

        Optional<InstallationReport> second = boot(power);

        assertThat(power.card().state().profiles())
                .as("cut at step %d: %s", step, second.map(InstallationReport::detail))
                .singleElement()
                .satisfies(profile -> assertThat(profile.iccid()).isEqualTo(RecordedDownload.ICCID));
        assertThat(power.names()).doesNotContain("image").noneMatch(name -> name.startsWith("part"));
        assertThat(oneReport(power).isInstalled()).isTrue();
        assertThat(boot(power)).isEmpty();
    }

    private InstallationReport oneReport(Power power) {
        FactoryDevice device = factory.device(power);
        call(device, Instruction.OPEN_SESSION.command(AuthenticationManner.TEST.number(), 0, new byte[0]));
        byte[] first = call(device, Instruction.GET_REPORT.command(0, 0, new byte[0]));
        int length = ByteBuffer.wrap(first).getInt();
        byte[] whole = Arrays.copyOfRange(first, 4, first.length);
        while (whole.length < length) {
            byte[] part =
                    call(device, Instruction.GET_REPORT.command(whole.length >> 8, whole.length & 0xFF, new byte[0]));
            int end = whole.length;
            whole = Arrays.copyOf(whole, end + part.length - 4);
            System.arraycopy(part, 4, whole, end, part.length - 4);
        }
        return InstallationReport.decode(whole);
    }

    private int stepsOfAnInstallation() {
        Power power = waiting.copy();
        power.lastsFor(100_000, false);
        assertThat(boot(power)).get().satisfies(report -> assertThat(report.isInstalled())
                .as(report.detail())
                .isTrue());
        return 100_000 - power.left();
    }

    /** How an installation ended; empty if the power ended before. */
    private Optional<InstallationReport> boot(Power power) {
        try {
            return factory.device(power).boot();
        } catch (Power.Cut cut) {
            return Optional.empty();
        }
    }

    private void enterTestProfileMode(FactoryDevice device) {
        call(device, Instruction.OPEN_SESSION.command(AuthenticationManner.JIG.number(), 0, new byte[0]));
        call(device, Instruction.TEST_PROFILE_MODE.command(1, 0, new byte[0]));
    }

    private static byte[] call(FactoryDevice device, CommandApdu command) {
        ResponseApdu response = device.answer(command);
        assertThat(response.isOk())
                .as("%s: %s", command, Arrays.toString(response.data()))
                .isTrue();
        return response.data();
    }
}
