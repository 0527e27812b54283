package org.mintline.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.mintline.configuration.SecretReference;

/** Reads secrets from the credential stores of the application server, and from files. */
@ApplicationScoped
public class ServerSecrets implements Secrets {
    private static final int LARGEST_FILE = 65_536;

    @Override
    public char[] read(SecretReference reference) {
        if (reference instanceof SecretReference.CredentialStore entry) {
            return CredentialStores.read(entry);
        }
        return read((SecretReference.File) reference);
    }

    private static char[] read(SecretReference.File file) {
        Path path = file.path();
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new SecretMissingException(file, "is larger than " + LARGEST_FILE + " bytes", null);
            }
            byte[] bytes = Files.readAllBytes(path);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            char[] secret = withoutLastLineBreak(text);
            Arrays.fill(text.array(), '\0');
            return secret;
        } catch (IOException e) {
            throw new SecretMissingException(file, "cannot be read", e);
        }
    }

    private static char[] withoutLastLineBreak(CharBuffer text) {
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\n') {
            length--;
        }
        if (length > 0 && text.charAt(length - 1) == '\r') {
            length--;
        }
        char[] secret = new char[length];
        text.get(secret);
        return secret;
    }
}
