package org.mintline.authentication;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.TransactionId;

/** Begins a mutual authentication: the server proves itself to an eUICC with SK.DPauth, and challenges it. */
@Dependent
public class ServerAuthentication {
    private static final int CHALLENGE_LENGTH = 16;

    private final CertificateIssuers issuers;
    private final Randomness randomness;

    /** Of the given parts. */
    @Inject
    public ServerAuthentication(CertificateIssuers issuers, Randomness randomness) {
        this.issuers = issuers;
        this.randomness = randomness;
    }

    /**
     * What was begun.
     *
     * @param challenge what the eUICC has to answer to
     * @param ownCi the CI key under which the own certificate stands, 40 hexadecimal digits
     * @param response what the eUICC is told
     */
    public record Begun(EuiccChallenge challenge, String ownCi, InitiateAuthenticationResponse.Ok response) {}

    /**
     * Signs for an eUICC, in a new session.
     *
     * @throws org.mintline.rsp.status.FunctionException 8.8.2/3.1 or 8.8.4/3.7 if both share no certificate issuer
     */
    public Begun begin(InitiateAuthenticationRequest request) {
        CertificateIssuers.Choice choice = issuers.choose(request.euiccInfo1());
        TransactionId transactionId = TransactionId.of(randomness.octets(CHALLENGE_LENGTH));
        byte[] serverChallenge = randomness.octets(CHALLENGE_LENGTH);
        ServerSigned1 signed =
                ServerSigned1.of(transactionId, request.euiccChallenge(), request.smdpAddress(), serverChallenge);
        byte[] signature = choice.keys().signAsDpAuth(signed.encoded());
        return new Begun(
                new EuiccChallenge(serverChallenge, choice.euicc().toString()),
                choice.own().toString(),
                new InitiateAuthenticationResponse.Ok(
                        transactionId,
                        signed,
                        new EcdsaSignature(signature),
                        choice.euicc(),
                        CertificateIssuers.encoded(choice.keys().dpAuthCertificate())));
    }
}
