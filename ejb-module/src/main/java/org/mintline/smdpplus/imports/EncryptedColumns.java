package org.mintline.smdpplus.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import org.mintline.keys.Seal;
import org.mintline.tenancy.OperatorId;

/**
 * Deciphers the columns that stand in a file under the operator's transport key: hexadecimal, enciphered block by block (ECB), as
 * the industry's input files do it with AES and with triple DES (docs/formats/input-file.md).
 */
@ApplicationScoped
public class EncryptedColumns {
    private TransportKeyRepository keys;
    private Seal seal;

    /** For the container. */
    protected EncryptedColumns() {}

    /** Of the given parts. */
    @Inject
    public EncryptedColumns(TransportKeyRepository keys, Seal seal) {
        this.keys = keys;
        this.seal = seal;
    }

    /** A header with what deciphers the columns it marks. */
    interface Decipherment {
        /** The line with all its values in the clear. */
        ImportLine decipher(ImportLine line);
    }

    /**
     * What deciphers the lines of a file.
     *
     * @throws BadLineException if the file names a key that the operator has not
     */
    Decipherment of(OperatorId operator, ImportHeader header) {
        if (header.transportKey().isEmpty()) {
            return line -> line;
        }
        int index = header.transportKey().getAsInt();
        TransportKey key = keys.find(operator, index)
                .orElseThrow(() -> new BadLineException("there is no transport key " + index));
        byte[] plain = seal.open(operator, TransportKey.context(index), key.sealed());
        return line -> decipher(header, line, key.algorithm(), plain);
    }

    private static ImportLine decipher(
            ImportHeader header, ImportLine line, TransportKey.Algorithm algorithm, byte[] key) {
        Map<String, String> clear = new HashMap<>(line.values());
        for (String column : header.encrypted()) {
            clear.computeIfPresent(column, (name, value) -> decipher(name, value, algorithm, key));
        }
        return new ImportLine(line.iccid(), clear);
    }

    private static String decipher(String column, String value, TransportKey.Algorithm algorithm, byte[] key) {
        try {
            Cipher cipher = algorithm.decipher(key);
            return HexFormat.of().formatHex(cipher.doFinal(HexFormat.of().parseHex(value)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new BadLineException(column + " is not whole blocks of cipher text in hexadecimal digits");
        }
    }
}
