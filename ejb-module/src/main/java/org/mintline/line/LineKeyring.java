package org.mintline.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.SecretReference;
import org.mintline.keys.Secrets;

/** The key sets of this server's lines, from where the configuration says that they lie. */
@ApplicationScoped
public class LineKeyring {
    private final Map<String, LineKeys> keys = new ConcurrentHashMap<>();
    private MintlineConfiguration configuration;
    private Secrets secrets;

    /** For the container. */
    protected LineKeyring() {}

    /** Over the given parts. */
    @Inject
    LineKeyring(MintlineConfiguration configuration, Secrets secrets) {
        this.configuration = configuration;
        this.secrets = secrets;
    }

    /**
     * The keys of a line; empty if there is no such line to another server.
     *
     * @throws org.mintline.keys.SecretMissingException if the key set is not where it should be
     * @throws IllegalArgumentException if it is none
     */
    public Optional<LineKeys> of(String line) {
        return configuration.lines().remote().contains(line)
                ? Optional.of(keys.computeIfAbsent(line, this::read))
                : Optional.empty();
    }

    private LineKeys read(String line) {
        char[] text = secrets.read(
                SecretReference.parse(configuration.lines().keySets().replace("*", line)));
        try {
            return LineKeys.parse(text, line);
        } finally {
            Arrays.fill(text, '\0');
        }
    }
}
