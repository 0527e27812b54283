package org.mintline.smdpplus.lot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PreloadedKeysReader;
import org.mintline.rsp.factory.PreloadedKeysRejectedException;
import org.mintline.rsp.factory.PreloadedKeysVerifier;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.EuiccLots.BadEuicc;
import org.mintline.smdpplus.EuiccLots.Received;
import org.mintline.smdpplus.transaction.Transactions;

/** Takes a file of preloaded keys in: each eUICC verified, a chunk of them a transaction, whatever comes twice once. */
@Dependent
public class LotImport {
    static final int CHUNK = 100;

    private final LotChunk chunks;
    private final SmDpPlusKeys keys;
    private final Cryptography cryptography;
    private final Transactions transactions;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public LotImport(
            LotChunk chunks, SmDpPlusKeys keys, Cryptography cryptography, Transactions transactions, Clock clock) {
        this.chunks = chunks;
        this.keys = keys;
        this.cryptography = cryptography;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the file came to so far. */
    private static final class Tally {
        private long euiccs;
        private long newKeys;
        private long rejected;
        private final List<BadEuicc> bad = new ArrayList<>();

        void reject(long number, String reason) {
            rejected++;
            if (bad.size() < org.mintline.smdpplus.EuiccLots.MOST_BAD) {
                bad.add(new BadEuicc(number, reason));
            }
        }

        void add(LotChunk.Added added) {
            euiccs += added.euiccs();
            newKeys += added.newKeys();
            added.refused().forEach(this::reject);
        }

        Received received() {
            return new Received(euiccs, newKeys, rejected, bad);
        }
    }

    /**
     * Reads the file to its end, or to where it cannot be read any more.
     *
     * @param actor for the audit trail
     * @throws IOException if the content cannot be read
     */
    Received receive(long lot, InputStream content, String actor) throws IOException {
        PreloadedKeysReader reader = new PreloadedKeysReader(content);
        PreloadedKeysVerifier verifier = new PreloadedKeysVerifier(cryptography, keys.certificateVerifier());
        Tally tally = new Tally();
        List<LotChunk.Genuine> chunk = new ArrayList<>(CHUNK);
        Optional<byte[]> encoded = next(reader, tally);
        while (encoded.isPresent()) {
            verified(reader.number(), encoded.get(), verifier, tally).ifPresent(chunk::add);
            encoded = next(reader, tally);
            if (!chunk.isEmpty() && (chunk.size() == CHUNK || encoded.isEmpty())) {
                List<LotChunk.Genuine> whole = List.copyOf(chunk);
                tally.add(transactions.call(() -> chunks.add(lot, whole, actor)));
                chunk.clear();
            }
        }
        return tally.received();
    }

    private static Optional<byte[]> next(PreloadedKeysReader reader, Tally tally) throws IOException {
        try {
            return reader.nextEncoded();
        } catch (DecodeException e) {
            tally.reject(reader.number(), "what follows cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<LotChunk.Genuine> verified(
            long number, byte[] encoded, PreloadedKeysVerifier verifier, Tally tally) {
        Instant now = clock.instant();
        try {
            PreloadedKeys preloaded = PreloadedKeys.decode(encoded);
            return Optional.of(new LotChunk.Genuine(
                    number,
                    verifier.verify(preloaded, now),
                    RspCertificate.decode(preloaded.euiccCertificate()).publicKey()));
        } catch (DecodeException | CertificateRejectedException | PreloadedKeysRejectedException e) {
            tally.reject(number, e.getMessage());
            return Optional.empty();
        }
    }
}
