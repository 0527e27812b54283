package org.mintline.device.euicc.state;

import java.util.Optional;

/** Where the state of a card is kept. */
public interface StateStore {
    /** Keeps nothing: for cards that live as long as the process, thousands of them in a load test. */
    StateStore NONE = new StateStore() {
        @Override
        public boolean isDurable() {
            return false;
        }

        @Override
        public void save(byte[] image) {}

        @Override
        public Optional<byte[]> load() {
            return Optional.empty();
        }
    };

    /** Whether there is any use in encoding the state and saving it. */
    default boolean isDurable() {
        return true;
    }

    /**
     * Puts an image in place of the one before: all of it, or nothing.
     *
     * @throws java.io.UncheckedIOException if that was not possible; the image before is still there
     */
    void save(byte[] image);

    /** The image that was saved last, or nothing for a new card. */
    Optional<byte[]> load();
}
