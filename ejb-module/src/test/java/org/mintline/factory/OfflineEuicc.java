package org.mintline.factory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.device.lpa.Es10;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.personalisation.Personalisation;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;

/** An eUICC that left its maker with preloaded keys, and what an SM-DP+ binds to them. */
final class OfflineEuicc {
    static final String ADDRESS = "smdpplus.mintline.test";
    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final ProfilePackage TEMPLATE = TemplateCompiler.compile(DefaultTemplate.yaml());

    private final RspPki pki;
    private final EuiccConfiguration configuration;
    private final Clock clock;
    private final Memory memory = new Memory();
    private final PreloadedKeys exported;
    private final List<PreloadedKey> keys;
    private Euicc euicc;
    private int commandsUntilPowerCut = Integer.MAX_VALUE;

    /** The power went away while a command was carried out. */
    static final class PowerCutException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Makes it.
     *
     * @param index which one of the PKI
     * @param keys how many keys are preloaded
     */
    OfflineEuicc(TestPki whole, int index, int keys, Clock clock) {
        this.pki = whole.byCurve().get(EllipticCurve.NIST_P256);
        this.clock = clock;
        KeyAndCertificate own = pki.euiccs().get(index);
        EuiccCredentials credentials = new EuiccCredentials(
                new SubjectKeyIdentifier(pki.certificateIssuer()
                        .rspCertificate()
                        .subjectKeyIdentifier()
                        .orElseThrow()),
                CRYPTOGRAPHY.adopt(own.privateKey()),
                own.rspCertificate().encoded(),
                pki.eum().rspCertificate().encoded());
        this.configuration = EuiccConfiguration.of(
                        new Eid(own.rspCertificate().eid().orElseThrow()),
                        List.of(pki.certificateIssuer().rspCertificate()),
                        List.of(credentials))
                .withMemory(5_000_000);
        powerOn();
        this.exported = euicc.preload(keys, credentials);
        this.keys = exported.signed().keys();
    }

    /** What its maker tells the SM-DP+s. */
    PreloadedKeys exported() {
        return exported;
    }

    /** After so many more commands the power goes away, until {@link #powerOn()}: the last of them is carried out, its answer is lost. */
    void cutPowerAfter(int commands) {
        commandsUntilPowerCut = commands;
    }

    /** The power is back: what was not durable is forgotten. */
    void powerOn() {
        commandsUntilPowerCut = Integer.MAX_VALUE;
        euicc = new Euicc(configuration, CRYPTOGRAPHY, clock, memory);
    }

    byte[] transmit(byte[] command) {
        if (commandsUntilPowerCut == 0) {
            throw new PowerCutException();
        }
        byte[] answer = euicc.transmit(command);
        if (commandsUntilPowerCut != Integer.MAX_VALUE && --commandsUntilPowerCut == 0) {
            throw new PowerCutException();
        }
        return answer;
    }

    Eid eid() {
        return configuration.eid();
    }

    /** A profile of an operator, bound to a key of this eUICC. */
    ProfilePackets bind(BatchId batch, int number, Iccid iccid, int key) {
        PersonalisationData data =
                PersonalisationData.builder().column("iccid", iccid.digits()).build();
        UnprotectedProfilePackage profile = new UnprotectedProfilePackage(
                Personalisation.personalise(TEMPLATE, data).encoded());
        StoreMetadataRequest metadata = StoreMetadataRequest.of(iccid, "Salish", "Salish 5G");
        OfflineBinding binding = new OfflineBinding(
                CRYPTOGRAPHY,
                new OfflineBinding.SmDpPlus(
                        pki.dpPb().rspCertificate(),
                        List.of(),
                        parts -> CRYPTOGRAPHY.sign(pki.dpPb().privateKey(), parts),
                        ADDRESS,
                        new byte[] {1, 2, 3}));
        PreloadedKey chosen = keys.get(key);
        List<CommandApdu> commands = binding.bind(profile, metadata, new OfflineBinding.Target(eid(), chosen))
                .commands(0)
                .toList();
        return ProfilePackets.of(
                batch,
                number,
                chosen.keyIdentifier(),
                ImageMetadata.of(metadata, Optional.of(eid()), Optional.of(commands.size())),
                commands);
    }

    /** The ICCIDs of the profiles on it. */
    List<String> installed() {
        try (Es10 es10 = new Es10(this::transmit)) {
            return es10.getProfilesInfo().stream()
                    .flatMap(info -> iccid(info).stream())
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> iccid(ProfileInfo info) {
        return info.iccid().map(Iccid::digits);
    }

    /** Keeps the last image that was written whole. */
    private static final class Memory implements StateStore {
        private byte[] image;

        @Override
        public void save(byte[] next) {
            image = next;
        }

        @Override
        public Optional<byte[]> load() {
            return Optional.ofNullable(image);
        }
    }
}
