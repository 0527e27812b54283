package org.mintline.rsp.crypto;

import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** Lets the providers of the JCA draw from a {@link Randomness}. */
final class RandomnessSource extends SecureRandom {
    private static final long serialVersionUID = 1L;

    RandomnessSource(Randomness randomness) {
        super(new Spi(randomness), new SourceProvider());
    }

    private static final class Spi extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;

        private final transient Randomness randomness;

        Spi(Randomness randomness) {
            this.randomness = randomness;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // the sequence is fixed by the Randomness alone
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            randomness.fill(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            return randomness.octets(length);
        }
    }

    private static final class SourceProvider extends Provider {
        private static final long serialVersionUID = 1L;

        SourceProvider() {
            super("Randomness", "1", "adapts Randomness to SecureRandom");
        }
    }
}
