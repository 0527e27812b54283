package org.mintline.device.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.demo.Subscriber;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.factory.device.DeviceSettings;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.device.Storage;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.personalisation.Personalisation;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationDataBuilder;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/** Devices of a factory, each with a preloaded software eUICC and an image that waits for it. All of its keys are made for the run. */
final class FactoryLot {
    private static final int STORAGE_KEY = 32;

    private final Cryptography cryptography = Cryptography.system();
    private final KeyPair deviceKey = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
    private final KeySet master = KeySet.fresh(1, cryptography.randomness());
    private final RspPki pki;
    private final OfflinePackaging packaging;
    private final ProfilePackage profile;

    /**
     * A device with its image.
     *
     * @param device switched on when it is asked for
     * @param euicc in it
     * @param packets the commands that the image has
     */
    record Item(FactoryDevice device, Euicc euicc, List<byte[]> packets) {}

    /**
     * @param size how many devices
     * @param profilePackage in DER; the product's own template if there is none
     */
    FactoryLot(int size, Optional<Path> profilePackage) throws IOException {
        TestPki.Parameters one = TestPki.Parameters.of(OfflinePackaging.ADDRESS, Instant.now());
        this.pki = TestPki.create(
                        cryptography,
                        new TestPki.Parameters(
                                one.smdpAddress(),
                                one.smdpOid(),
                                Set.of(EllipticCurve.NIST_P256),
                                one.ein(),
                                size,
                                one.operator(),
                                one.validFrom()))
                .byCurve()
                .get(EllipticCurve.NIST_P256);
        this.packaging = new OfflinePackaging(cryptography, pki);
        this.profile = profilePackage.isPresent()
                ? ProfilePackage.decode(Files.readAllBytes(profilePackage.get()))
                : TemplateCompiler.compile(DefaultTemplate.yaml());
    }

    /** The key set of the station. */
    KeySet master() {
        return master;
    }

    /**
     * Makes all devices, and their images in a folder.
     *
     * @param images the folder of the station's queue
     */
    List<Item> make(Path images) throws IOException {
        List<Item> items = new ArrayList<>();
        for (KeyAndCertificate euicc : pki.euiccs()) {
            items.add(make(euicc, images));
        }
        return items;
    }

    private Item make(KeyAndCertificate key, Path images) throws IOException {
        Eid eid = new Eid(key.rspCertificate().eid().orElseThrow());
        EuiccCredentials credentials = new EuiccCredentials(
                new SubjectKeyIdentifier(pki.certificateIssuer()
                        .rspCertificate()
                        .subjectKeyIdentifier()
                        .orElseThrow()),
                cryptography.adopt(key.privateKey()),
                key.rspCertificate().encoded(),
                pki.eum().rspCertificate().encoded());
        Euicc euicc = new Euicc(
                EuiccConfiguration.of(eid, List.of(pki.certificateIssuer().rspCertificate()), List.of(credentials)));
        Subscriber subscriber = Subscriber.fresh();
        StoreMetadataRequest metadata = StoreMetadataRequest.of(subscriber.iccid(), "Mintline", "Factory bench");
        List<byte[]> packets = packaging
                .binding()
                .bind(
                        new UnprotectedProfilePackage(personalised(subscriber).encoded()),
                        metadata,
                        new OfflineBinding.Target(
                                eid,
                                euicc.preload(1, credentials).signed().keys().get(0)))
                .commands(0)
                .map(CommandApdu::encoded)
                .toList();
        try (OutputStream image = Files.newOutputStream(images.resolve(eid.digits() + ".image"))) {
            packaging.writeImage(image, new DeviceKey(deviceKey.getPublic()), eid, metadata, packets);
        }
        return new Item(device(eid, euicc), euicc, packets);
    }

    private ProfilePackage personalised(Subscriber subscriber) {
        PersonalisationDataBuilder data = PersonalisationData.builder();
        data.column("iccid", subscriber.iccid().digits());
        return Personalisation.personalise(profile, data.build());
    }

    private FactoryDevice device(Eid eid, Euicc euicc) {
        DeviceSettings settings = new DeviceSettings(
                eid,
                master.diversifiedFor(eid.octets()),
                deviceKey.getPrivate(),
                new TrustedSigners(SigningKind.DEVELOPMENT, List.of(packaging.trustedSigner())),
                EnumSet.of(AuthenticationManner.KEY_SET));
        return new FactoryDevice(
                settings,
                new Memory(),
                cryptography.randomness().octets(STORAGE_KEY),
                EuiccSlot.of(euicc),
                cryptography);
    }

    /** The security area of a device, in memory. */
    private static final class Memory implements Storage {
        private final Map<String, byte[]> content = new HashMap<>();

        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(content.get(name)).map(byte[]::clone);
        }

        @Override
        public void write(String name, byte[] value) {
            content.put(name, value.clone());
        }

        @Override
        public void remove(String name) {
            content.remove(name);
        }

        @Override
        public Set<String> names() {
            return Set.copyOf(content.keySet());
        }
    }
}
