package org.mintline.rsp.es9plus;

import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES9+.GetBoundProfilePackage, 'BF3A' (SGP.22 v2.5, clause 5.6.2). */
public sealed interface GetBoundProfilePackageResponse extends RemoteProfileProvisioningResponse {
    /** The tag of the data object. */
    int TAG = 0xBF3A;

    /**
     * getBoundProfilePackageOk, 'A0'.
     *
     * @param transactionId '80'
     * @param boundProfilePackage 'BF36', encoded; not looked into here
     */
    record Ok(TransactionId transactionId, byte[] boundProfilePackage) implements GetBoundProfilePackageResponse {
        @Override
        public byte[] encoded() {
            byte[] ok = new TlvWriter()
                    .octets(0x80, transactionId.octets())
                    .encoded(boundProfilePackage)
                    .wrap(0xA0);
            return Tlv.encode(TAG, ok);
        }
    }

    /**
     * The function failed.
     *
     * @param getBoundProfilePackageError '81'
     */
    record Error(GetBoundProfilePackageError getBoundProfilePackageError) implements GetBoundProfilePackageResponse {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, getBoundProfilePackageError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static GetBoundProfilePackageResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.PACKAGE));
    }

    /** Reads the data object 'BF3A'. */
    static GetBoundProfilePackageResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "GetBoundProfilePackageResponse").reader().next("GetBoundProfilePackageResponse");
        return switch (choice.tag()) {
            case 0xA0 -> {
                TlvReader reader = choice.reader();
                yield new Ok(
                        TransactionId.decode(reader.require(0x80, "transactionId")),
                        reader.require(0xBF36, "boundProfilePackage").encoded());
            }
            case 0x81 -> new Error(GetBoundProfilePackageError.of(choice.integer()));
            default ->
                throw new DecodeException(
                        "GetBoundProfilePackageResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }
}
