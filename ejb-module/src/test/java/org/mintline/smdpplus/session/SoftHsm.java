package org.mintline.smdpplus.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mintline.device.pki.KeyAndCertificate;

/** A token of SoftHSM2 with keys that cannot leave it. */
final class SoftHsm {
    /** The user PIN. */
    static final String PIN = "271828";

    private static final Pattern SLOT = Pattern.compile("reassigned to slot ([0-9]+)");

    private final Path library;
    private final String slot;

    private SoftHsm(Path library, String slot) {
        this.library = library;
        this.slot = slot;
    }

    /** Where the library lies, if SoftHSM2 is installed. */
    static boolean isInstalled() {
        return libraries().anyMatch(Files::exists);
    }

    private static Stream<Path> libraries() {
        return Stream.of("/usr/lib/softhsm", "/usr/lib64/softhsm", "/usr/lib64/pkcs11", "/usr/local/lib/softhsm")
                .map(folder -> Path.of(folder, "libsofthsm2.so"));
    }

    /** A fresh token, which must be made before the library is loaded into this process. */
    static SoftHsm create(String label) throws IOException, InterruptedException {
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Process process = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--pin",
                        PIN,
                        "--so-pin",
                        "31415926")
                .redirectErrorStream(true)
                .start();
        String output;
        try (InputStream input = process.getInputStream()) {
            output = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher slot = SLOT.matcher(output);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0 || !slot.find()) {
            throw new IOException("softhsm2-util: " + output);
        }
        return new SoftHsm(libraries().filter(Files::exists).findFirst().orElseThrow(), slot.group(1));
    }

    /** Brings a key in, to stay. */
    void store(String alias, KeyAndCertificate key, PrivateKey inTheFormOfTheJdk) throws Exception {
        AuthProvider provider = provider("import");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        store.setKeyEntry(alias, inTheFormOfTheJdk, null, new X509Certificate[] {key.certificate()});
    }

    /** Ends all logins of this process, as a token does that was off. */
    void forgetLogins() throws Exception {
        AuthProvider provider = provider("logout");
        KeyStore.getInstance("PKCS11", provider).load(null, PIN.toCharArray());
        provider.logout();
    }

    private AuthProvider provider(String name) {
        Provider base = Security.getProvider("SunPKCS11");
        return (AuthProvider) base.configure("--" + configuration(name));
    }

    /** The configuration of a PKCS#11 provider that uses this token. */
    String configuration(String name) {
        return String.join(
                "\n",
                List.of(
                        "name = " + name,
                        "library = " + library,
                        "slot = " + slot,
                        "attributes(*, CKO_PRIVATE_KEY, *) = {",
                        "CKA_SENSITIVE = true",
                        "CKA_EXTRACTABLE = false",
                        "}",
                        ""));
    }
}
