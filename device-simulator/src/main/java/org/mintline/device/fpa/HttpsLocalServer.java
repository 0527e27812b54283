package org.mintline.device.fpa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.DeleteUnusedKeysRequest;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;

/** A local provisioning server over HTTPS with mutual TLS ({@code docs/formats/local-provisioning.md}). Safe for use by many threads. */
public final class HttpsLocalServer implements LocalServer {
    private static final String SESSIONS = "/local-provisioning/v1/sessions";
    private static final String OBJECT = "application/octet-stream";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int DELETE_UNUSED_KEYS = DeleteUnusedKeysRequest.TAG & 0xFF;

    private final HttpsClient client;

    /** @param client with the assistant's own certificate */
    public HttpsLocalServer(HttpsClient client) {
        this.client = client;
    }

    @Override
    public InitiateAuthenticationResponse.Ok begin(InitiateAuthenticationRequest request) throws IOException {
        HttpsClient.Answer answer = send("POST", "", request.encoded());
        try {
            if (InitiateAuthenticationResponse.decode(answer.body()) instanceof InitiateAuthenticationResponse.Ok ok) {
                return ok;
            }
        } catch (DecodeException e) {
            throw new IOException("the server answers with what is no response: " + e.getMessage(), e);
        }
        throw new RefusedByServerException(false, "the server does not authenticate itself");
    }

    @Override
    public void authenticate(TransactionId session, AuthenticateServerResponse response) throws IOException {
        send("POST", "/" + session + "/authentication", response.encoded());
    }

    @Override
    public Optional<Next> next(TransactionId session) throws IOException {
        HttpsClient.Answer answer = send("POST", "/" + session + "/next", new byte[0]);
        if (answer.status() == NO_CONTENT) {
            return Optional.empty();
        }
        try {
            byte[] body = answer.body();
            boolean isDeletion = body.length > 1 && (body[1] & 0xFF) == DELETE_UNUSED_KEYS;
            return Optional.of(
                    isDeletion ? new Next.DeleteUnusedKeys() : new Next.Install(ProfilePackets.decode(body)));
        } catch (DecodeException e) {
            throw new IOException("the server answers with what are no packets: " + e.getMessage(), e);
        }
    }

    @Override
    public void notification(TransactionId session, PendingNotification notification) throws IOException {
        send("POST", "/" + session + "/notifications", notification.encoded());
    }

    @Override
    public void refused(TransactionId session, PrepareFactoryDownloadResponse response) throws IOException {
        send("POST", "/" + session + "/refusals", response.encoded());
    }

    @Override
    public void deletedKeys(TransactionId session, DeleteUnusedKeysResponse proof) throws IOException {
        send("POST", "/" + session + "/deletedKeys", proof.encoded());
    }

    @Override
    public void end(TransactionId session) throws IOException {
        send("DELETE", "/" + session, new byte[0]);
    }

    private HttpsClient.Answer send(String method, String path, byte[] body) throws IOException {
        HttpsClient.Answer answer = client.send(method, SESSIONS + path, Map.of("Content-Type", OBJECT), body);
        if (answer.status() != OK && answer.status() != NO_CONTENT) {
            throw new RefusedByServerException(
                    answer.status() == NOT_FOUND,
                    "the server refuses (HTTP " + answer.status() + "): "
                            + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }
}
