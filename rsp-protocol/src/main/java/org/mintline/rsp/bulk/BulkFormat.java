package org.mintline.rsp.bulk;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** What all data objects of the format have in common: the version, then the batch. */
final class BulkFormat {
    static final int DIGEST_LENGTH = 32;
    static final int MAXIMUM_TEXT = 255;
    private static final int VERSION = 1;

    private BulkFormat() {}

    static TlvWriter begin(BatchId batch) {
        return new TlvWriter().integer(0x80, VERSION).octets(0x81, batch.octets());
    }

    static BatchId batch(TlvReader reader) {
        Tlv version = reader.require(0x80, "version");
        if (version.integer() != VERSION) {
            throw new DecodeException("version", version.offset(), "is not " + VERSION);
        }
        return new BatchId(reader.require(0x81, "batch").octets(BatchId.LENGTH, BatchId.LENGTH));
    }

    /** Makes what says how much a batch holds: amount, and digest of digests. */
    @FunctionalInterface
    interface Totals<T> {
        T of(BatchId batch, int amount, byte[] digestOfDigests);
    }

    static <T> T totals(byte[] input, int tag, String name, Totals<T> totals) {
        TlvReader reader =
                Tlv.decode(input, DecodeLimits.MESSAGE).expect(tag, name).reader();
        return totals.of(
                batch(reader),
                amount(reader.require(0x82, "amount")),
                reader.require(0x83, "digestOfDigests").octets(DIGEST_LENGTH, DIGEST_LENGTH));
    }

    static byte[] totals(int tag, BatchId batch, int amount, byte[] digestOfDigests) {
        return begin(batch).integer(0x82, amount).octets(0x83, digestOfDigests).wrap(tag);
    }

    static int number(Tlv element) {
        return atLeast(1, element);
    }

    static int amount(Tlv element) {
        return atLeast(0, element);
    }

    private static int atLeast(int lowest, Tlv element) {
        int value = element.integer();
        if (value < lowest) {
            throw new DecodeException(element.name(), element.offset(), "is less than " + lowest);
        }
        return value;
    }

    static byte[] requireDigest(byte[] digest) {
        if (digest.length != DIGEST_LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes");
        }
        return digest;
    }
}
