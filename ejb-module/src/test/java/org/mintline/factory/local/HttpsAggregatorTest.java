package org.mintline.factory.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class HttpsAggregatorTest {
    @Test
    void a_line_that_is_cut_is_said_in_words() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        Aggregator aggregator = new HttpsAggregator(URI.create("https://127.0.0.1:" + port), SSLContext.getDefault());

        assertThatThrownBy(aggregator::lots)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the aggregator is not reached");
    }
}
