package org.mintline.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.Mode;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.SigningKind;

/**
 * The keys of the SM-DP+ and of the factory from the files and the token that the configuration names. They are replaced as a whole, while the
 * server runs, whenever a file was changed; a reading that fails leaves those in use that were there before.
 */
@ApplicationScoped
public class ConfiguredKeys implements SmDpPlusKeys, ImageSigningKeys, KeyInventory {
    private KeyMaterial material;
    private Mode mode;
    private Clock clock;
    private volatile LoadedKeys loaded;
    private volatile Map<Path, String> stamps;

    /** For the container. */
    protected ConfiguredKeys() {}

    /** Loads the keys. */
    @Inject
    public ConfiguredKeys(MintlineConfiguration configuration, Secrets secrets, Clock clock) {
        this.material = new KeyMaterial(configuration.keys(), secrets, Cryptography.system());
        this.mode = configuration.mode();
        this.clock = clock;
        load();
    }

    @Override
    public List<X509Certificate> certificateIssuers() {
        return loaded.certificateIssuers();
    }

    @Override
    public CertificateVerifier certificateVerifier() {
        return loaded.verifier();
    }

    @Override
    public Optional<KeySet> keySet(byte[] ciPublicKeyIdentifier) {
        return loaded.keySet(ciPublicKeyIdentifier, clock.instant());
    }

    @Override
    public Optional<ImageSigner> imageSigner(SigningKind kind) {
        return loaded.imageSigner(kind, clock.instant());
    }

    @Override
    public List<Entry> inventory() {
        return loaded.inventory(clock.instant());
    }

    @Override
    public List<Crl> revocationLists() {
        return loaded.revocationLists().inventory(clock.instant());
    }

    @Override
    public Instant loadedAt() {
        return loaded.loadedAt();
    }

    @Override
    public void reload() {
        load();
    }

    /** Loads all again if a file was changed, added or removed since, or the token failed; says whether it did. */
    boolean reloadIfChanged() {
        if (stamps().equals(stamps) && !material.tokenHasFailed()) {
            return false;
        }
        load();
        return true;
    }

    private synchronized void load() {
        Map<Path, String> now = stamps();
        LoadedKeys fresh = LoadedKeys.read(material, Cryptography.system(), clock.instant());
        if (mode == Mode.PRODUCTION) {
            requireFitForProduction(fresh);
        }
        loaded = fresh;
        stamps = now;
    }

    private void requireFitForProduction(LoadedKeys fresh) {
        List<String> problems = new ArrayList<>();
        if (material.hasEmptyPassphrase()) {
            problems.add("the passphrase of the key stores is empty");
        }
        if (!fresh.testMaterial().isEmpty()) {
            problems.add("keys and certificates of test PKIs: " + String.join("; ", fresh.testMaterial()));
        }
        if (!fresh.developmentKeys().isEmpty()) {
            problems.add("keys that sign images for development: " + String.join("; ", fresh.developmentKeys()));
        }
        if (!problems.isEmpty()) {
            throw new KeyMaterialException("production refuses " + String.join("; ", problems));
        }
    }

    private Map<Path, String> stamps() {
        Map<Path, String> found = new HashMap<>();
        for (Path path : material.paths()) {
            try {
                found.put(path, Files.getLastModifiedTime(path) + " " + Files.size(path));
            } catch (IOException e) {
                throw new KeyMaterialException(path + " cannot be read", e);
            }
        }
        return found;
    }
}
