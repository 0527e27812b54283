package org.mintline.device.euicc.profile;

import java.util.ArrayList;
import java.util.List;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.Pin;
import org.mintline.device.euicc.filesystem.Puk;
import org.mintline.rsp.tlv.Tlv;

/** Carries out PE-PUKCodes and PE-PINCodes (TCA, clause 8.4). */
final class PinElements {
    private static final int KEY_REFERENCE = 0x80;
    private static final int VALUE = 0x81;
    private static final int PIN_CONFIGURATIONS = 0xA0;
    private static final int FILE_PATH = 0x81;
    private static final int DEFAULT_PIN_TRIES = 0x33;
    private static final int DEFAULT_PUK_TRIES = 0xAA;
    private static final int PIN_ENABLED = 1;
    private static final int DEFAULT_ATTRIBUTES = 7;

    private final List<Puk> puks = new ArrayList<>();

    /** Takes the PUKs, to which PINs refer later. */
    void processPuks(Tlv codes) {
        for (Tlv configuration : codes.children()) {
            int reference = required(configuration, KEY_REFERENCE).integer() & 0xFF;
            int tries = configuration.child(0x82).map(Tlv::integer).orElse(DEFAULT_PUK_TRIES) & 0xFF;
            if (findPuk(reference) != null) {
                throw new PeException(PeStatus.Code.BAD_VALUES, "a PUK is defined twice");
            }
            puks.add(new Puk(reference, value(configuration), tries >>> 4, tries & 0x0F));
        }
    }

    /**
     * Defines PINs, or shares those of another directory.
     *
     * @param codes the choice pinCodes
     * @param in the directory that is being built
     */
    void processPins(Tlv codes, Directory in, FileSystemBuilder files) {
        Tlv choice = codes.reader().next("pinCodes");
        switch (choice.tag()) {
            case PIN_CONFIGURATIONS -> choice.children().forEach(configuration -> in.define(pin(configuration)));
            case FILE_PATH -> in.sharePinsOf(files.select(choice.octets(0, 8)));
            default -> throw new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "pinCodes has an unknown choice");
        }
    }

    /** The PUKs of the profile. */
    List<Puk> puks() {
        return List.copyOf(puks);
    }

    private Pin pin(Tlv configuration) {
        int reference = required(configuration, KEY_REFERENCE).integer() & 0xFF;
        int attributes = configuration.child(0x83).map(Tlv::integer).orElse(DEFAULT_ATTRIBUTES);
        int tries = configuration.child(0x84).map(Tlv::integer).orElse(DEFAULT_PIN_TRIES) & 0xFF;
        Puk puk = configuration
                .child(0x82)
                .map(unblocking -> requiredPuk(unblocking.integer() & 0xFF))
                .orElse(null);
        return new Pin(
                reference, value(configuration), (attributes & PIN_ENABLED) != 0, tries >>> 4, tries & 0x0F, puk);
    }

    private Puk requiredPuk(int reference) {
        Puk puk = findPuk(reference);
        if (puk == null) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "a PIN names a PUK that is not defined");
        }
        return puk;
    }

    private Puk findPuk(int reference) {
        return puks.stream()
                .filter(puk -> puk.reference() == reference)
                .findFirst()
                .orElse(null);
    }

    private static byte[] value(Tlv configuration) {
        return required(configuration, VALUE).octets(Pin.LENGTH, Pin.LENGTH);
    }

    private static Tlv required(Tlv parent, int tag) {
        return parent.child(tag)
                .orElseThrow(() -> new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "an element is missing"));
    }
}
