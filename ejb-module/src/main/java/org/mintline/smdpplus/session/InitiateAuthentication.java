package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mintline.authentication.OwnAddress;
import org.mintline.authentication.ServerAuthentication;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.SmDpPlusPolicy;

/** ES9+.InitiateAuthentication (SGP.22 v2.5, clause 5.6.1). */
@Dependent
public class InitiateAuthentication {
    private final SessionRepository sessions;
    private final ServerAuthentication authentication;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public InitiateAuthentication(
            SessionRepository sessions, ServerAuthentication authentication, SmDpPlusPolicy policy, Clock clock) {
        this.sessions = sessions;
        this.authentication = authentication;
        this.policy = policy;
        this.clock = clock;
    }

    InitiateAuthenticationResponse.Ok execute(InitiateAuthenticationRequest request) {
        requireOwnAddress(request.smdpAddress());
        requireSupportedVersion(request.euiccInfo1());
        ServerAuthentication.Begun begun = authentication.begin(request);
        sessions.add(new RspSession(
                begun.response().transactionId(),
                begun.challenge().serverChallenge(),
                begun.ownCi(),
                begun.challenge().euiccCi(),
                clock.instant()));
        return begun.response();
    }

    private void requireOwnAddress(String address) {
        OwnAddress own = OwnAddress.of(policy.address());
        if (!own.isNamedBy(address)) {
            throw new FunctionException(StatusCode.SMDP_ADDRESS_INVALID, "this SM-DP+ is " + own.host());
        }
    }

    private void requireSupportedVersion(EuiccInfo1 euicc) {
        if (euicc.svn().compareTo(policy.lowestSvn()) < 0 || euicc.svn().compareTo(policy.highestSvn()) > 0) {
            throw new FunctionException(StatusCode.SMDP_SVN_UNSUPPORTED, "the eUICC implements version " + euicc.svn());
        }
    }
}
