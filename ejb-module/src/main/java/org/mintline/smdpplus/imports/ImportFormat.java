package org.mintline.smdpplus.imports;

/** The forms of a file that brings profiles into stock (docs/formats/input-file.md). */
public enum ImportFormat {
    /** Comma-separated values whose first line names the columns. */
    CSV,
    /** The industry's input file: a header line, then one line a profile, in columns separated by blanks. */
    INPUT
}
