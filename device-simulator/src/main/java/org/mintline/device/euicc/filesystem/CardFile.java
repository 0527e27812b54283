package org.mintline.device.euicc.filesystem;

/** A file of the card: a directory or an elementary file (ETSI TS 102 221, clause 8.2). */
public sealed interface CardFile permits Directory, ElementaryFile {
    /** The file identifier, 16 bits; of an ADF the temporary one of the profile package. */
    int fileId();

    /** The directory it lies in; null for the MF. */
    Directory parent();

    /** Which rule says who may do what with it. */
    AccessRuleReference accessRule();

    /** The file control parameters that SELECT answers with, tag 62. */
    byte[] fileControlParameters();
}
