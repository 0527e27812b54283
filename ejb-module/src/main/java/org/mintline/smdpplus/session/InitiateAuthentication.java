package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.ServerAddress;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.SmDpPlusPolicy;

/** ES9+.InitiateAuthentication (SGP.22 v2.5, clause 5.6.1). */
@Dependent
public class InitiateAuthentication {
    private static final int CHALLENGE_LENGTH = 16;

    private final SessionRepository sessions;
    private final CertificateIssuers issuers;
    private final SmDpPlusPolicy policy;
    private final Randomness randomness;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public InitiateAuthentication(
            SessionRepository sessions,
            CertificateIssuers issuers,
            SmDpPlusPolicy policy,
            Randomness randomness,
            Clock clock) {
        this.sessions = sessions;
        this.issuers = issuers;
        this.policy = policy;
        this.randomness = randomness;
        this.clock = clock;
    }

    InitiateAuthenticationResponse.Ok execute(InitiateAuthenticationRequest request) {
        requireOwnAddress(request.smdpAddress());
        requireSupportedVersion(request.euiccInfo1());
        CertificateIssuers.Choice choice = issuers.choose(request.euiccInfo1());
        TransactionId transactionId = TransactionId.of(randomness.octets(CHALLENGE_LENGTH));
        byte[] serverChallenge = randomness.octets(CHALLENGE_LENGTH);
        ServerSigned1 signed =
                ServerSigned1.of(transactionId, request.euiccChallenge(), request.smdpAddress(), serverChallenge);
        byte[] signature = choice.keys().signAsDpAuth(signed.encoded());
        sessions.add(new RspSession(
                transactionId,
                serverChallenge,
                choice.own().toString(),
                choice.euicc().toString(),
                clock.instant()));
        return new InitiateAuthenticationResponse.Ok(
                transactionId,
                signed,
                new EcdsaSignature(signature),
                choice.euicc(),
                CertificateIssuers.encoded(choice.keys().dpAuthCertificate()));
    }

    /** Whether the device asks for this SM-DP+; letters count alike in both cases, and a port does not count. */
    private void requireOwnAddress(String address) {
        ServerAddress own = ServerAddress.parse(policy.address());
        boolean same;
        try {
            same = ServerAddress.parse(address).host().equals(own.host());
        } catch (IllegalArgumentException e) {
            same = false;
        }
        if (!same) {
            throw new FunctionException(StatusCode.SMDP_ADDRESS_INVALID, "this SM-DP+ is " + own.host());
        }
    }

    private void requireSupportedVersion(EuiccInfo1 euicc) {
        if (euicc.svn().compareTo(policy.lowestSvn()) < 0 || euicc.svn().compareTo(policy.highestSvn()) > 0) {
            throw new FunctionException(StatusCode.SMDP_SVN_UNSUPPORTED, "the eUICC implements version " + euicc.svn());
        }
    }
}
