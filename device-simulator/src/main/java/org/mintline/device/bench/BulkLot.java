package org.mintline.device.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.mintline.device.demo.Installation;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/**
 * Fresh eUICCs, each with one preloaded key and in a device of its own.
 *
 * @param keys the file of the preloaded keys, for the server that binds
 * @param devices the file of the devices, for the server that makes images
 */
record BulkLot(byte[] keys, String devices) {
    private static final String COLUMNS = "eid,publicKey,kind,lot\n";
    private static final long NUMBERS_A_MILLISECOND = 1_000_000;

    private record Made(byte[] keys, String device) {}

    /**
     * Makes them.
     *
     * @param server by whose test PKI they are made
     * @param lot its name with the support server
     */
    static BulkLot make(Installation server, String lot, int euiccs) throws IOException {
        Cryptography cryptography = Cryptography.system();
        EuiccMaker maker = EuiccMaker.of(server.pki(), EllipticCurve.NIST_P256, TestPki.EIN, cryptography);
        long first = System.currentTimeMillis() * NUMBERS_A_MILLISECOND;
        List<Made> made = IntStream.range(0, euiccs)
                .parallel()
                .mapToObj(index -> make(new Euicc(maker.make(first + index)), lot, cryptography))
                .toList();
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        StringBuilder devices = new StringBuilder(COLUMNS);
        for (Made one : made) {
            keys.writeBytes(one.keys());
            devices.append(one.device());
        }
        return new BulkLot(keys.toByteArray(), devices.toString());
    }

    private static Made make(Euicc euicc, String lot, Cryptography cryptography) {
        byte[] deviceKey = cryptography
                .generateKeyPair(EllipticCurve.NIST_P256)
                .getPublic()
                .getEncoded();
        return new Made(
                euicc.preload(1, euicc.configuration().credentials().get(0)).encoded(),
                euicc.configuration().eid().digits() + ',' + Base64.getEncoder().encodeToString(deviceKey)
                        + ",DEVELOPMENT," + lot + '\n');
    }
}
