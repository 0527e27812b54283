package org.mintline.smdpplus.imports;

import org.mintline.lines.BoundedLines;

/** Reads the lines of one file, as its header says. */
record LineReader(ImportHeader header, EncryptedColumns.Decipherment decipherment) {
    /**
     * What stands in a line, in the clear.
     *
     * @throws BadLineException if the line is none of its file
     */
    ImportLine read(BoundedLines.Line line) {
        String text = line.text()
                .orElseThrow(
                        () -> new BadLineException("is longer than " + BoundedLines.LONGEST + " bytes or no UTF-8"));
        return decipherment.decipher(header.parse(text));
    }
}
