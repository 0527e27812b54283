package org.mintline.device.euicc.filesystem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.tlv.Tlv;

/** The MF, a DF or an ADF (ETSI TS 102 221, clause 8.1), with the PINs that are defined in it. */
public final class Directory implements CardFile {
    /** The file identifier of the MF. */
    public static final int MF = 0x3F00;

    private final Directory parent;
    private final int fileId;
    private final byte[] aid;
    private final AccessRuleReference accessRule;
    private final Map<Integer, CardFile> files = new LinkedHashMap<>();
    private final Map<Integer, Pin> pins = new LinkedHashMap<>();
    private Directory sharedPins;

    /**
     * @param parent the directory it lies in; null for the MF
     * @param fileId the file identifier
     * @param aid the name of an ADF, 5 to 16 bytes; null for others
     * @param accessRule who may do what
     */
    public Directory(Directory parent, int fileId, byte[] aid, AccessRuleReference accessRule) {
        this.parent = parent;
        this.fileId = fileId;
        this.aid = aid == null ? null : aid.clone();
        this.accessRule = accessRule;
    }

    @Override
    public int fileId() {
        return fileId;
    }

    @Override
    public Directory parent() {
        return parent;
    }

    @Override
    public AccessRuleReference accessRule() {
        return accessRule;
    }

    /** The AID of an ADF. */
    public Optional<byte[]> aid() {
        return Optional.ofNullable(aid).map(byte[]::clone);
    }

    /** The files in it, in the order of their creation. */
    public Collection<CardFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    /**
     * Takes in a file.
     *
     * @return whether there was none of that identifier
     */
    public boolean add(CardFile file) {
        return files.putIfAbsent(file.fileId(), file) == null;
    }

    /** The file of that identifier directly in here. */
    public Optional<CardFile> file(int id) {
        return Optional.ofNullable(files.get(id));
    }

    /** The EF of that short file identifier directly in here. */
    public Optional<ElementaryFile> fileByShortId(int shortId) {
        return files.values().stream()
                .filter(ElementaryFile.class::isInstance)
                .map(ElementaryFile.class::cast)
                .filter(file -> file.shortFileId() == shortId)
                .findFirst();
    }

    /** Whether it is an ADF whose AID begins with those bytes. */
    public boolean isNamed(byte[] beginning) {
        return aid != null
                && aid.length >= beginning.length
                && Arrays.equals(aid, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The directory at the top. */
    public Directory masterFile() {
        Directory directory = this;
        while (directory.parent != null) {
            directory = directory.parent;
        }
        return directory;
    }

    /** The ADF that it is or lies in. */
    public Optional<Directory> application() {
        for (Directory directory = this; directory != null; directory = directory.parent) {
            if (directory.aid != null) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }

    /** The file identifiers from the MF down to here, without that of the MF. */
    public List<Integer> path() {
        List<Integer> path = new ArrayList<>();
        for (Directory directory = this; directory.parent != null; directory = directory.parent) {
            path.add(0, directory.fileId);
        }
        return path;
    }

    /** Defines a PIN in here. */
    public void define(Pin pin) {
        pins.put(pin.reference(), pin);
    }

    /** Uses the PINs of another directory as if they were defined in here. */
    public void sharePinsOf(Directory other) {
        sharedPins = other;
    }

    /** The PINs that are defined in here. */
    public Collection<Pin> pins() {
        return Collections.unmodifiableCollection(pins.values());
    }

    /** The PIN that a key reference means in here: of this directory, or of the nearest above. */
    public Optional<Pin> pin(int reference) {
        for (Directory directory = this; directory != null; directory = directory.parent) {
            Map<Integer, Pin> known = directory.sharedPins == null ? directory.pins : directory.sharedPins.pins;
            if (known.containsKey(reference)) {
                return Optional.of(known.get(reference));
            }
        }
        return Optional.empty();
    }

    @Override
    public byte[] fileControlParameters() {
        byte[] name = aid == null ? new byte[0] : Tlv.encode(0x84, aid);
        return Tlv.encode(
                0x62,
                Tlv.encode(0x82, new byte[] {0x78, 0x21}),
                Tlv.encode(0x83, ElementaryFile.twoBytes(fileId)),
                name,
                Tlv.encode(0xA5, Tlv.encode(0x80, new byte[] {0x71})),
                Tlv.encode(0x8A, new byte[] {0x05}),
                Tlv.encode(0x8B, ElementaryFile.twoBytes(accessRule.fileId()), new byte[] {(byte) accessRule.record()}),
                Tlv.encode(0xC6, pinStatus()));
    }

    /** PIN status template DO (clause 11.1.1.4.10): which PINs are enabled. */
    private byte[] pinStatus() {
        List<Pin> shown = new ArrayList<>();
        for (Directory directory = this; directory != null; directory = directory.parent) {
            (directory.sharedPins == null ? directory.pins : directory.sharedPins.pins)
                    .values().stream().filter(pin -> !pin.isAdministrative()).forEach(shown::add);
        }
        int enabled = 0;
        byte[] references = new byte[3 * shown.size()];
        for (int i = 0; i < shown.size(); i++) {
            enabled |= shown.get(i).isEnabled() ? 0x80 >>> i : 0;
            references[3 * i] = (byte) 0x83;
            references[3 * i + 1] = 1;
            references[3 * i + 2] = (byte) shown.get(i).reference();
        }
        byte[] result = new byte[3 + references.length];
        result[0] = (byte) 0x90;
        result[1] = 1;
        result[2] = (byte) enabled;
        System.arraycopy(references, 0, result, 3, references.length);
        return result;
    }
}
