package org.mintline.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.mintline.device.lpa.Es9PlusClient;
import org.mintline.faults.Stop.Step;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;

/** ES9+ of a device that sends a request again until it has an answer, and that meets an outage at one place of its way. */
final class FaultyLine implements Es9PlusClient {
    private final Es9PlusClient server;
    private final Outage outage;
    private Optional<Stop> ahead;

    /** The device loses its power. */
    static final class PowerCutException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param ahead the place of the outage; empty for a device that meets it wherever it happens to be */
    FaultyLine(Es9PlusClient server, Optional<Stop> ahead, Outage outage) {
        this.server = server;
        this.ahead = ahead;
        this.outage = outage;
    }

    @Override
    public InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request) {
        // Repeated, it begins another session: there is no same answer.
        return call(Step.INITIATE_AUTHENTICATION, () -> server.initiateAuthentication(request), answer -> new byte[0]);
    }

    @Override
    public AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request) {
        return call(
                Step.AUTHENTICATE_CLIENT,
                () -> server.authenticateClient(request),
                AuthenticateClientResponseEs9.Ok::body);
    }

    @Override
    public GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request) {
        return call(
                Step.GET_BOUND_PROFILE_PACKAGE,
                () -> server.getBoundProfilePackage(request),
                GetBoundProfilePackageResponse.Ok::body);
    }

    @Override
    public void handleNotification(PendingNotification notification) {
        call(
                Step.HANDLE_NOTIFICATION,
                () -> {
                    server.handleNotification(notification);
                    return true;
                },
                answer -> new byte[0]);
    }

    @Override
    public void cancelSession(CancelSessionRequestEs9 request) {
        server.cancelSession(request);
    }

    private <T> T call(Step step, Callable<T> request, Function<T, byte[]> content) {
        if (ahead.filter(stop -> stop.step() == step).isEmpty()) {
            return Insistence.on(request);
        }
        Stop.Moment moment = ahead.get().moment();
        ahead = Optional.empty();
        if (moment == Stop.Moment.BEFORE) {
            outage.sitOut();
        } else if (moment == Stop.Moment.IN_FLIGHT) {
            outage.awaitKill();
        }
        T answer = Insistence.on(request);
        if (moment == Stop.Moment.POWER_CUT) {
            throw new PowerCutException();
        }
        if (moment == Stop.Moment.ANSWERED || moment == Stop.Moment.ANSWER_LOST) {
            outage.sitOut();
        }
        return moment == Stop.Moment.ANSWER_LOST ? same(step, answer, Insistence.on(request), content) : answer;
    }

    private static <T> T same(Step step, T lost, T again, Function<T, byte[]> content) {
        if (!Arrays.equals(content.apply(lost), content.apply(again))) {
            throw new AssertionError(step + " was answered otherwise than before the outage");
        }
        return again;
    }
}
