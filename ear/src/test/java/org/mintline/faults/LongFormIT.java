package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** Forms that would fill the memory of the server, from somebody who is not signed in. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class LongFormIT {
    private static final String ENCODED = "Content-Type: Application/X-WWW-form-urlencoded";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=b";
    private static final int LONG = 200 * 1024;

    private final RunningServer server;

    LongFormIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "es9plus, /j_security_check",
        "es9plus, /gsma/rsp2/es9plus/j_security_check",
        "console, /j_security_check",
        "console, /console/j_security_check",
        "console, /sign-in.xhtml",
        "console, /administration/v1/operators"
    })
    void a_form_that_is_too_long_or_of_no_length_is_not_read(String listener, String path) throws Exception {
        Wire wire = listener.equals("console") ? Wire.console(server) : Wire.es9plus(server);
        byte[] body = Malformed.utf8("j_username=" + "a".repeat(LONG));
        for (String type : List.of(ENCODED, MULTIPART)) {
            assertThat(wire.send(Wire.request("POST", path, List.of(type), body))
                            .status())
                    .as(type)
                    .isEqualTo(413);
            assertThat(wire.send(inChunks(path, type)).status()).as(type).isEqualTo(411);
        }
    }

    private static byte[] inChunks(String path, String type) {
        return Wire.head(
                "POST " + path + " HTTP/1.1",
                "Host: smdpplus.mintline.test",
                "Connection: close",
                type,
                "Transfer-Encoding: chunked");
    }
}
