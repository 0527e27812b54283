package org.mintline.device.euicc.profile;

import java.util.HexFormat;
import org.mintline.device.euicc.filesystem.FileStructure;

/**
 * One line of a file structure template (TCA, annex A); what is absent there is 0 or null and has to come with the package.
 *
 * @param field the number of its field in the profile element
 * @param name as in the standard, for instance {@code EF.IMSI}
 * @param fileId the file identifier, or -1
 * @param kind what kind of file it is
 * @param records how many records, or 0
 * @param size the size in bytes of the file or of a record, or 0
 * @param accessRule the record of the EF.ARR
 * @param shortFileId 1 to 30, or 0
 * @param content what it is filled with before the package's own content
 */
record FileTemplate(
        int field,
        String name,
        int fileId,
        Kind kind,
        int records,
        int size,
        int accessRule,
        int shortFileId,
        FillPattern content) {
    /** The kinds of files. */
    enum Kind {
        MF(null),
        DF(null),
        ADF(null),
        TRANSPARENT(FileStructure.TRANSPARENT),
        LINEAR(FileStructure.LINEAR_FIXED),
        CYCLIC(FileStructure.CYCLIC),
        BERTLV(FileStructure.BER_TLV);

        private final FileStructure structure;

        Kind(FileStructure structure) {
            this.structure = structure;
        }

        boolean isDirectory() {
            return structure == null;
        }

        FileStructure structure() {
            return structure;
        }
    }

    /** Reads a line of the resource. */
    static FileTemplate parse(String line) {
        String[] columns = line.split(" ", -1);
        String[] size = columns[4].split("x", -1);
        boolean inRecords = size.length == 2;
        return new FileTemplate(
                Integer.parseInt(columns[0]),
                columns[1],
                "-".equals(columns[2]) ? -1 : HexFormat.fromHexDigits(columns[2]),
                Kind.valueOf(columns[3].toUpperCase(java.util.Locale.ROOT)),
                inRecords ? number(size[0]) : 0,
                number(inRecords ? size[1] : size[0]),
                Integer.parseInt(columns[5]),
                "-".equals(columns[6]) ? 0 : HexFormat.fromHexDigits(columns[6]),
                FillPattern.parse(columns[7]));
    }

    private static int number(String text) {
        return "-".equals(text) || "?".equals(text) ? 0 : Integer.parseInt(text);
    }
}
