package org.mintline.rsp.profilepackage.schema;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One file of a file structure template: where it lies and what it is unless the profile element says otherwise.
 *
 * @param name the component of the profile element that makes it, for instance {@code ef-imsi}
 * @param path the file identifiers from the template's own directory down to the file's directory; empty for none
 * @param fid the (first) file identifier; empty where the profile element gives it
 * @param structure its structure
 * @param records the number of records; empty for files without records, and where the profile element gives it
 * @param size the size in bytes, of a record where there are records; empty where the profile element gives it
 * @param accessRule the record of EF.ARR with its access rules
 * @param shortFileIdentifier 1 to 30; empty for none
 * @param pattern what it is filled with where no content is given
 */
public record FileTemplate(
        String name,
        String path,
        OptionalInt fid,
        Structure structure,
        OptionalInt records,
        OptionalInt size,
        OptionalInt accessRule,
        OptionalInt shortFileIdentifier,
        Optional<FillPattern> pattern) {

    /** The structures of files (ETSI TS 102 221, clause 8.2). */
    public enum Structure {
        /** The master file. */
        MF(0x78),
        /** A dedicated file. */
        DF(0x78),
        /** The dedicated file of an application. */
        ADF(0x78),
        /** A sequence of bytes. */
        TRANSPARENT(0x41),
        /** Records of one size. */
        LINEAR_FIXED(0x42),
        /** Records of one size in a ring. */
        CYCLIC(0x46),
        /** BER-TLV data objects. */
        BER_TLV(0x79);

        private final int fileDescriptorByte;

        Structure(int fileDescriptorByte) {
            this.fileDescriptorByte = fileDescriptorByte;
        }

        /** The file descriptor byte of a shareable working file (ETSI TS 102 221, clause 11.1.1.4.3). */
        public int fileDescriptorByte() {
            return fileDescriptorByte;
        }

        /** Whether it is a directory. */
        public boolean isDirectory() {
            return this == MF || this == DF || this == ADF;
        }

        /** Whether it has records. */
        public boolean hasRecords() {
            return this == LINEAR_FIXED || this == CYCLIC;
        }

        /**
         * The structure that a file descriptor byte stands for.
         *
         * @param fileDescriptorByte the first byte of the file descriptor
         * @return empty where the byte stands for none
         */
        public static Optional<Structure> of(int fileDescriptorByte) {
            if ((fileDescriptorByte & 0x3F) == 0x38) {
                return Optional.of(DF);
            }
            if ((fileDescriptorByte & 0x3F) == 0x39) {
                return Optional.of(BER_TLV);
            }
            return switch (fileDescriptorByte & 0x07) {
                case 1 -> Optional.of(TRANSPARENT);
                case 2 -> Optional.of(LINEAR_FIXED);
                case 6 -> Optional.of(CYCLIC);
                default -> Optional.empty();
            };
        }
    }

    /** The size of the whole file in bytes, if the template gives it. */
    public OptionalInt totalSize() {
        if (!structure.hasRecords()) {
            return size;
        }
        return records.isPresent() && size.isPresent()
                ? OptionalInt.of(records.getAsInt() * size.getAsInt())
                : OptionalInt.empty();
    }
}
