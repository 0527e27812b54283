package org.mintline.device.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.mintline.device.euicc.Euicc;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;

/** The card's end of lpac's standard-input-and-output driver: one JSON object a line, request in, response out. */
public final class StdioReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();
    private static final int FAILED = -1;

    private final Euicc euicc;

    /** @param euicc the card behind it */
    public StdioReader(Euicc euicc) {
        this.euicc = euicc;
    }

    /** Answers each line until the input ends; lines that are no APDU requests are passed over. */
    public void run(InputStream input, PrintStream output) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode request = JSON.readTree(line);
            if ("apdu".equals(request.path("type").asText())) {
                output.println(JSON.writeValueAsString(answer(request.path("payload"))));
                output.flush();
            }
        }
    }

    private ObjectNode answer(JsonNode request) {
        byte[] parameter = HEX.parseHex(request.path("param").asText(""));
        ObjectNode answer = JSON.createObjectNode().put("type", "apdu");
        ObjectNode payload = answer.putObject("payload");
        switch (request.path("func").asText()) {
            case "connect" -> {
                euicc.reset();
                payload.put("ecode", 0);
            }
            case "disconnect" -> payload.put("ecode", 0);
            case "logic_channel_open" -> payload.put("ecode", open(parameter));
            case "logic_channel_close" -> payload.put("ecode", close(parameter));
            case "transmit" -> payload.put("ecode", 0).put("data", HEX.formatHex(euicc.transmit(parameter)));
            default -> payload.put("ecode", FAILED);
        }
        return answer;
    }

    private int open(byte[] aid) {
        ResponseApdu opened = euicc.transmit(Commands.openChannel());
        if (!opened.isOk()) {
            return FAILED;
        }
        int channel = opened.data()[0];
        return new ApduChannel(euicc::transmit, channel).select(aid).isOk() ? channel : FAILED;
    }

    private int close(byte[] channel) {
        return channel.length == 1
                        && euicc.transmit(Commands.closeChannel(channel[0])).isOk()
                ? 0
                : FAILED;
    }
}
