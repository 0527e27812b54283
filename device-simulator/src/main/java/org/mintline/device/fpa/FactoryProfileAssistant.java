package org.mintline.device.fpa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.LpaException;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CtxParams1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;

/**
 * Serves one eUICC after the other: mutual authentication, packages, results, and at last the deletion of unused keys if the server asks for
 * it. Safe for use by many threads if the server is, one eUICC each.
 */
public final class FactoryProfileAssistant {
    private final LocalServer server;
    private final String address;
    private final DeviceInfo device;

    /**
     * @param server where packages come from
     * @param address the address of the server, which it signs
     * @param device what is told of the device in AuthenticateServer
     */
    public FactoryProfileAssistant(LocalServer server, String address, DeviceInfo device) {
        this.server = server;
        this.address = address;
        this.device = device;
    }

    /**
     * What became of a package.
     *
     * @param failure why it is not installed
     */
    public record Outcome(Iccid iccid, Optional<String> failure) {}

    /**
     * What became of an eUICC.
     *
     * @param notifications how many notifications from before were delivered first
     * @param keysDeleted whether it deleted its unused keys
     */
    public record Served(Eid eid, int notifications, List<Outcome> outcomes, boolean keysDeleted) {
        /** Copies the list. */
        public Served {
            outcomes = List.copyOf(outcomes);
        }

        /** Whether nothing failed. */
        public boolean isWell() {
            return outcomes.stream().allMatch(outcome -> outcome.failure().isEmpty());
        }
    }

    /**
     * Serves an eUICC.
     *
     * @param card takes the bytes of a command and gives those of the response
     * @throws IOException if the server refuses the eUICC or is not reached; what was done stands, and the eUICC may be served anew
     * @throws LpaException if the eUICC cannot be used
     */
    public Served serve(UnaryOperator<byte[]> card) throws IOException {
        Eid eid;
        TransactionId session;
        int delivered;
        try (Es10 es10 = new Es10(card)) {
            eid = es10.getEid();
            session = authenticate(es10);
            delivered = deliverPending(es10, session);
        }
        List<Outcome> outcomes = new ArrayList<>();
        boolean keysDeleted = false;
        for (Optional<LocalServer.Next> next = server.next(session); next.isPresent(); next = server.next(session)) {
            if (next.get() instanceof LocalServer.Next.Install install) {
                outcomes.add(install(card, session, install.packets()));
            } else {
                deleteUnusedKeys(card, session);
                keysDeleted = true;
            }
        }
        server.end(session);
        return new Served(eid, delivered, outcomes, keysDeleted);
    }

    private TransactionId authenticate(Es10 es10) throws IOException {
        InitiateAuthenticationResponse.Ok begun = server.begin(
                new InitiateAuthenticationRequest(es10.getEuiccChallenge(), address, es10.getEuiccInfo1()));
        AuthenticateServerResponse answer = es10.authenticateServer(new AuthenticateServerRequest(
                begun.serverSigned1(),
                begun.serverSignature1(),
                begun.euiccCiPKIdToBeUsed(),
                begun.serverCertificate(),
                new CtxParams1.CtxParamsForCommonAuthentication(Optional.empty(), device)));
        server.authenticate(begun.transactionId(), answer);
        return begun.transactionId();
    }

    /** What the eUICC kept from before: a result whose way was cut, or what is another server's affair and stays. */
    private int deliverPending(Es10 es10, TransactionId session) throws IOException {
        int delivered = 0;
        for (PendingNotification notification : es10.retrieveNotificationsList()) {
            try {
                server.notification(session, notification);
                es10.removeNotificationFromList(
                        notification.notificationMetadata().seqNumber());
                delivered++;
            } catch (RefusedByServerException e) {
                if (!e.isUnknown()) {
                    throw e;
                }
            }
        }
        return delivered;
    }

    private Outcome install(UnaryOperator<byte[]> card, TransactionId session, ProfilePackets packets)
            throws IOException {
        Iccid iccid = packets.metadata().iccid();
        ApduChannel channel = new ApduChannel(card, 0);
        requireOk(channel.select(Commands.isdrAid()));
        Iterator<byte[]> commands = packets.packets().iterator();
        PrepareFactoryDownloadResponse prepared = PrepareFactoryDownloadResponse.decode(answer(channel, commands));
        if (prepared.result() != PrepareFactoryDownloadResult.OK) {
            server.refused(session, prepared);
            return new Outcome(iccid, Optional.of("the eUICC does not take the package: " + prepared.result()));
        }
        ProfileInstallationResult result = ProfileInstallationResult.decode(answer(channel, commands));
        server.notification(session, result);
        try (Es10 es10 = new Es10(card)) {
            es10.removeNotificationFromList(result.notificationMetadata().seqNumber());
        }
        return new Outcome(iccid, failure(result));
    }

    private static Optional<String> failure(ProfileInstallationResult result) {
        return result.profileInstallationResultData().finalResult() instanceof FinalResult.ErrorResult error
                ? Optional.of(error.bppCommandId() + ": " + error.errorReason())
                : Optional.empty();
    }

    private static byte[] answer(ApduChannel channel, Iterator<byte[]> commands) {
        while (commands.hasNext()) {
            byte[] answer = requireOk(channel.transmit(CommandApdu.decode(commands.next())))
                    .data();
            if (answer.length > 0) {
                return answer;
            }
        }
        throw new LpaException("the eUICC took all packets and gives no result");
    }

    private void deleteUnusedKeys(UnaryOperator<byte[]> card, TransactionId session) throws IOException {
        try (Es10 es10 = new Es10(card)) {
            server.deletedKeys(session, es10.deleteUnusedKeys());
        }
    }

    private static ResponseApdu requireOk(ResponseApdu response) {
        if (!response.isOk()) {
            throw new LpaException("the eUICC refuses a packet: " + response);
        }
        return response;
    }
}
