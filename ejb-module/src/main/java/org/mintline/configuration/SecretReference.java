package org.mintline.configuration;

import java.nio.file.Path;

/** Where a secret lies; the configuration itself never holds one. */
public sealed interface SecretReference {
    /**
     * In a credential store of the application server.
     *
     * @param store its name in the Elytron subsystem
     * @param alias of the entry: a password
     */
    record CredentialStore(String store, String alias) implements SecretReference {
        @Override
        public String toString() {
            return "credential-store:" + store + "/" + alias;
        }
    }

    /**
     * In a file that only the server's user may read.
     *
     * @param path of the file: text, of which the last line break is no part
     */
    record File(Path path) implements SecretReference {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** Reads {@code credential-store:STORE/ALIAS} or {@code file:PATH}. */
    static SecretReference parse(String text) {
        if (text.startsWith("file:") && text.length() > 5) {
            return new File(Path.of(text.substring(5)));
        }
        String[] names =
                text.startsWith("credential-store:") ? text.substring(17).split("/", -1) : new String[0];
        if (names.length == 2 && !names[0].isEmpty() && !names[1].isEmpty()) {
            return new CredentialStore(names[0], names[1]);
        }
        throw new IllegalArgumentException("must be credential-store:STORE/ALIAS or file:PATH");
    }
}
