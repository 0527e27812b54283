package org.mintline.rsp.profilepackage.personalisation;

import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.Node;

/** Where a value of a subscriber stands in a package. */
sealed interface Place {
    /** What stands there. */
    Subject subject();

    /** What is written there. */
    Coding coding();

    /** The position of the profile element, from 0. */
    int element();

    /**
     * The whole value of a node.
     *
     * @param node the node
     */
    record Value(Subject subject, Coding coding, int element, Node node) implements Place {}

    /**
     * A part of the content of a file.
     *
     * @param file the file
     * @param from where the part begins, in bytes from 0
     * @param length its length in bytes; what is written has this length too
     */
    record Range(Subject subject, Coding coding, ProfileFile file, int from, int length) implements Place {
        @Override
        public int element() {
            return file.element();
        }
    }
}
