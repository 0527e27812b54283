package org.mintline.device.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.cli.Mintline;
import picocli.CommandLine;

class FactoryBenchTest {
    @TempDir
    Path folder;

    @Test
    void every_device_of_every_run_gets_its_profile_and_the_figures_follow_from_what_was_sent() throws Exception {
        StringWriter text = new StringWriter();
        CommandLine mintline = Mintline.commandLine();
        mintline.setOut(new PrintWriter(text, true));
        Path json = folder.resolve("figures.json");

        int exit = mintline.execute(
                "bench",
                "factory",
                "--devices",
                "3",
                "--jigs",
                "1,3",
                "--euicc-time",
                "0",
                "--handling",
                "0",
                "--turnaround",
                "0",
                "--json",
                json.toString());

        assertThat(exit).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        double bytes = figures.path("linkBytes").asDouble();
        assertThat(bytes).isGreaterThan(figures.path("imageBytes").asDouble());
        assertThat(figures.path("serial115200").asDouble()).isEqualTo(bytes * 10 / 115_200);
        assertThat(figures.path("otaSms").asDouble())
                .isGreaterThan(figures.path("packets").asInt());
        assertThat(figures.path("measuredPerHour3").asLong()).isPositive();
        assertThat(text.toString()).contains("devices, 3 jigs: really run");
    }
}
