package org.mintline.device.lpa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.factory.OfflineBoundProfilePackage;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.PreloadedKeysVerifier;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;

/** A maker of eUICCs, an SM-DP+ and a factory without a line, under one fresh certificate issuer; on either curve. */
record FactoryWorld(RspPki pki) {
    static final String ADDRESS = "smdpplus.example.com";
    static final Iccid ICCID = Iccid.ofEf(HexFormat.of().parseHex("98001032547698103214"));
    static final StoreMetadataRequest METADATA = StoreMetadataRequest.of(ICCID, "GSMA", "Generic eUICC Test Profile");
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** After the end of CERT.DPpb, before that of the CI's certificate. */
    static final Clock YEARS_LATER = Clock.offset(CLOCK, Duration.ofDays(12 * 365L));

    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final Map<EllipticCurve, FactoryWorld> WORLDS = worlds();
    private static final String PROFILE = "TS48v5_SAIP2.3_BERTLV_SUCI.der";

    static FactoryWorld on(EllipticCurve curve) {
        return WORLDS.get(curve);
    }

    /** Another world, whose certificate issuer nobody in the others trusts. */
    static Map<EllipticCurve, FactoryWorld> worlds() {
        TestPki.Parameters one = TestPki.Parameters.of(ADDRESS, NOW);
        TestPki.Parameters two = new TestPki.Parameters(
                one.smdpAddress(), one.smdpOid(), one.curves(), one.ein(), 2, one.operator(), one.validFrom());
        Map<EllipticCurve, FactoryWorld> worlds = new EnumMap<>(EllipticCurve.class);
        TestPki.create(CRYPTOGRAPHY, two).byCurve().forEach((curve, pki) -> worlds.put(curve, new FactoryWorld(pki)));
        return worlds;
    }

    /** An eUICC of this world: 0 or 1. */
    EuiccConfiguration euicc(int index) {
        KeyAndCertificate euicc = pki.euiccs().get(index);
        EuiccCredentials credentials = new EuiccCredentials(
                new SubjectKeyIdentifier(certificateIssuer()),
                CRYPTOGRAPHY.adopt(euicc.privateKey()),
                euicc.rspCertificate().encoded(),
                pki.eum().rspCertificate().encoded());
        return EuiccConfiguration.of(
                new Eid(euicc.rspCertificate().eid().orElseThrow()),
                List.of(pki.certificateIssuer().rspCertificate()),
                List.of(credentials));
    }

    byte[] certificateIssuer() {
        return pki.certificateIssuer().rspCertificate().subjectKeyIdentifier().orElseThrow();
    }

    PreloadedKeysVerifier verifier() {
        return new PreloadedKeysVerifier(
                CRYPTOGRAPHY,
                new CertificateVerifier(
                        CRYPTOGRAPHY,
                        new TrustAnchors(List.of(pki.certificateIssuer().rspCertificate())),
                        List.of()));
    }

    /** What the SM-DP+ does long before. */
    OfflineBinding binding() {
        return binding(pki.dpPb());
    }

    static OfflineBinding binding(KeyAndCertificate dpPb) {
        return new OfflineBinding(
                CRYPTOGRAPHY,
                new OfflineBinding.SmDpPlus(
                        dpPb.rspCertificate(),
                        List.of(),
                        parts -> CRYPTOGRAPHY.sign(dpPb.privateKey(), parts),
                        ADDRESS,
                        new byte[] {1, 2, 3}));
    }

    OfflineBoundProfilePackage bind(EuiccConfiguration euicc, PreloadedKey key) {
        return binding().bind(profile(), METADATA, new OfflineBinding.Target(euicc.eid(), key));
    }

    static UnprotectedProfilePackage profile() {
        return new UnprotectedProfilePackage(Sgp26.profile(PROFILE));
    }

    /**
     * How far an installation came.
     *
     * @param preparation what the eUICC said to PrepareFactoryDownload
     * @param result what it said in the end, if it was ready
     */
    record Outcome(PrepareFactoryDownloadResult preparation, Optional<ProfileInstallationResult> result) {}

    /** What a factory does: sends one command after the other, and looks at the answers. */
    static Outcome install(UnaryOperator<byte[]> card, OfflineBoundProfilePackage bound) {
        ApduChannel channel = new ApduChannel(card, 0);
        ok(channel.select(Commands.isdrAid()));
        Iterator<CommandApdu> commands = bound.commands(0).iterator();
        PrepareFactoryDownloadResult preparation = PrepareFactoryDownloadResponse.decode(nextAnswer(channel, commands))
                .result();
        if (preparation != PrepareFactoryDownloadResult.OK) {
            return new Outcome(preparation, Optional.empty());
        }
        return new Outcome(preparation, Optional.of(ProfileInstallationResult.decode(nextAnswer(channel, commands))));
    }

    private static byte[] nextAnswer(ApduChannel channel, Iterator<CommandApdu> commands) {
        while (commands.hasNext()) {
            byte[] answer = ok(channel.transmit(commands.next())).data();
            if (answer.length > 0) {
                return answer;
            }
        }
        throw new AssertionError("the card does not answer");
    }

    private static ResponseApdu ok(ResponseApdu response) {
        if (!response.isOk()) {
            throw new AssertionError("the card answers " + response);
        }
        return response;
    }

    /** Keeps the last image that was written whole; the write at which the power ends leaves the one before. */
    static final class Memory implements StateStore {
        byte[] image;
        int writesLeft = Integer.MAX_VALUE;

        @Override
        public void save(byte[] next) {
            if (writesLeft-- == 0) {
                throw new PowerIsCut();
            }
            image = next;
        }

        @Override
        public Optional<byte[]> load() {
            return Optional.ofNullable(image);
        }
    }

    static final class PowerIsCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
