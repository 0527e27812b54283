package org.mintline.device.euicc.filesystem;

import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.rsp.tlv.Tlv;

/** An elementary file (ETSI TS 102 221, clause 8.2.2). */
public final class ElementaryFile implements CardFile {
    private final Directory parent;
    private final Attributes attributes;
    private final FileContent content;

    /**
     * What an EF is, beside its content.
     *
     * @param fileId the file identifier
     * @param structure how it is built
     * @param recordLength the length of a record in bytes; 0 without records
     * @param shortFileId 1 to 30, or 0 for none
     * @param accessRule who may do what
     * @param activated whether its content may be used
     */
    public record Attributes(
            int fileId,
            FileStructure structure,
            int recordLength,
            int shortFileId,
            AccessRuleReference accessRule,
            boolean activated) {
        /** Refuses record lengths that do not fit the structure. */
        public Attributes {
            if (structure.hasRecords() != recordLength > 0) {
                throw new IllegalArgumentException("record length " + recordLength + " of a " + structure + " file");
            }
        }
    }

    /** Makes a file in a directory; {@link Directory#add} makes it known there. */
    public ElementaryFile(Directory parent, Attributes attributes, FileContent content) {
        this.parent = parent;
        this.attributes = attributes;
        this.content = content;
    }

    @Override
    public int fileId() {
        return attributes.fileId();
    }

    @Override
    public Directory parent() {
        return parent;
    }

    @Override
    public AccessRuleReference accessRule() {
        return attributes.accessRule();
    }

    /** The short file identifier, 1 to 30, or 0 for none. */
    public int shortFileId() {
        return attributes.shortFileId();
    }

    /** How it is built. */
    public FileStructure structure() {
        return attributes.structure();
    }

    /** The bytes, shared with the files linked to it. */
    public FileContent content() {
        return content;
    }

    /** How many records there are; 0 without records. */
    public int records() {
        return structure().hasRecords() ? content.size() / attributes.recordLength() : 0;
    }

    /**
     * READ BINARY (clause 11.1.3).
     *
     * @param length how many bytes, or 0 for all up to 256
     * @throws CardException if the file has records, or the offset or the length lies outside
     */
    public byte[] readBinary(int offset, int length) {
        requireTransparent();
        if (offset > content.size()) {
            throw new CardException(StatusWord.WRONG_OFFSET);
        }
        int available = content.size() - offset;
        if (length > available) {
            throw new CardException(StatusWord.WRONG_LENGTH);
        }
        return content.read(offset, length == 0 ? Math.min(available, 256) : length);
    }

    /** UPDATE BINARY (clause 11.1.4). */
    public void updateBinary(int offset, byte[] data) {
        requireTransparent();
        if (offset + data.length > content.size()) {
            throw new CardException(offset > content.size() ? StatusWord.WRONG_OFFSET : StatusWord.WRONG_LENGTH);
        }
        content.update(offset, data);
    }

    /** READ RECORD (clause 11.1.5). */
    public byte[] readRecord(int number) {
        return content.read(recordOffset(number), attributes.recordLength());
    }

    /**
     * UPDATE RECORD (clause 11.1.6); the new record of a cyclic file becomes number 1.
     *
     * @throws CardException if the data has not the length of a record
     */
    public void updateRecord(int number, byte[] data) {
        if (!structure().hasRecords()) {
            throw new CardException(StatusWord.INCOMPATIBLE_WITH_FILE_STRUCTURE);
        }
        if (data.length != attributes.recordLength()) {
            throw new CardException(StatusWord.WRONG_LENGTH);
        }
        if (structure() == FileStructure.CYCLIC) {
            byte[] older = content.read(0, content.size() - attributes.recordLength());
            content.update(attributes.recordLength(), older);
            content.update(0, data);
        } else {
            content.update(recordOffset(number), data);
        }
    }

    @Override
    public byte[] fileControlParameters() {
        int size = content.size();
        byte[] descriptor = structure().hasRecords()
                ? new byte[] {
                    (byte) structure().descriptorByte(),
                    0x21,
                    (byte) (attributes.recordLength() >>> 8),
                    (byte) attributes.recordLength(),
                    (byte) records()
                }
                : new byte[] {(byte) structure().descriptorByte(), 0x21};
        byte[] shortId = shortFileId() == 0 ? new byte[0] : new byte[] {(byte) (shortFileId() << 3)};
        AccessRuleReference rule = accessRule();
        return Tlv.encode(
                0x62,
                Tlv.encode(0x82, descriptor),
                Tlv.encode(0x83, twoBytes(fileId())),
                Tlv.encode(0x8A, new byte[] {(byte) (attributes.activated() ? 0x05 : 0x04)}),
                Tlv.encode(0x8B, twoBytes(rule.fileId()), new byte[] {(byte) rule.record()}),
                Tlv.encode(0x80, twoBytes(size)),
                Tlv.encode(0x88, shortId));
    }

    static byte[] twoBytes(int value) {
        return new byte[] {(byte) (value >>> 8), (byte) value};
    }

    private int recordOffset(int number) {
        if (!structure().hasRecords()) {
            throw new CardException(StatusWord.INCOMPATIBLE_WITH_FILE_STRUCTURE);
        }
        if (number < 1 || number > records()) {
            throw new CardException(StatusWord.RECORD_NOT_FOUND);
        }
        return (number - 1) * attributes.recordLength();
    }

    private void requireTransparent() {
        if (structure() != FileStructure.TRANSPARENT) {
            throw new CardException(StatusWord.INCOMPATIBLE_WITH_FILE_STRUCTURE);
        }
    }
}
