package org.mintline.rsp.profilepackage.personalisation;

import java.util.Optional;

/** How a value of a subscriber is written at one place of a package. */
@FunctionalInterface
interface Coding {
    /**
     * @param data the subscriber's data
     * @param current the bytes that stand at the place
     * @return the bytes that shall stand there; empty if the data has no such value
     * @throws PersonalisationException if the value cannot stand there
     */
    Optional<byte[]> encode(PersonalisationData data, byte[] current);
}
