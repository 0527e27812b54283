package org.mintline.keys;

import javax.crypto.SecretKey;

/**
 * An operator's data key in the clear, for as long as it is cached.
 *
 * @param number of its row, written into each seal
 * @param version counted per operator, from 1
 * @param key AES-256
 */
record DataKey(long number, int version, SecretKey key) {
    @Override
    public String toString() {
        return "data key " + number;
    }
}
