package org.mintline.device.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.SupportAdministration;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.image.SigningKind;

/**
 * Fresh eUICCs, each with one preloaded key and in a device of its own.
 *
 * @param keys the file of the preloaded keys, for the server that binds
 * @param devices for the server that makes images
 */
record BulkLot(byte[] keys, List<SupportAdministration.Device> devices) {
    private static final long NUMBERS_A_MILLISECOND = 1_000_000;

    private record Made(byte[] keys, SupportAdministration.Device device) {}

    /**
     * Makes them.
     *
     * @param server by whose test PKI they are made
     */
    static BulkLot make(Installation server, int euiccs) throws IOException {
        Cryptography cryptography = Cryptography.system();
        EuiccMaker maker = EuiccMaker.of(server.pki(), EllipticCurve.NIST_P256, TestPki.EIN, cryptography);
        long first = System.currentTimeMillis() * NUMBERS_A_MILLISECOND;
        List<Made> made = IntStream.range(0, euiccs)
                .parallel()
                .mapToObj(index -> make(new Euicc(maker.make(first + index)), cryptography))
                .toList();
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        made.forEach(one -> keys.writeBytes(one.keys()));
        return new BulkLot(keys.toByteArray(), made.stream().map(Made::device).toList());
    }

    private static Made make(Euicc euicc, Cryptography cryptography) {
        return new Made(
                euicc.preload(1, euicc.configuration().credentials().get(0)).encoded(),
                new SupportAdministration.Device(
                        euicc.configuration().eid(),
                        cryptography.generateKeyPair(EllipticCurve.NIST_P256).getPublic(),
                        SigningKind.DEVELOPMENT));
    }
}
