package org.mintline.device.euicc.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mintline.device.euicc.authentication.Authentication;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/** One run of installing a profile, element by element (TCA, clause 8; SGP.22 v2.5, clause 5.5.5). */
public final class ProfileInstallation {
    private static final int HEADER = 0;
    private static final int GENERIC_FILE_MANAGEMENT = 1;
    private static final int PIN_CODES = 2;
    private static final int PUK_CODES = 3;
    private static final int AKA_PARAMETER = 4;
    private static final int CDMA_PARAMETER = 5;
    private static final int SECURITY_DOMAIN = 6;
    private static final int RFM = 7;
    private static final int END = 10;
    private static final int FIRST_FILE_ELEMENT = 16;
    private static final int LAST_FILE_ELEMENT = 31;
    private static final int INSTANCE_AID = 0x4F;
    private static final int SECURITY_DOMAIN_MEMORY = 256;

    private final Set<UiccCapability> capabilities;
    private final boolean testProfile;
    private final Memory memory;
    private final FileSystemBuilder files;
    private final PinElements pins = new PinElements();
    private final TemplateContext context;
    private final Map<Directory, Authentication> authentications = new LinkedHashMap<>();
    private final List<SecurityDomain> securityDomains = new ArrayList<>();
    private byte[] iccid;
    private boolean ended;
    private boolean naaKeyUnfit;

    /**
     * @param capabilities what the eUICC can do
     * @param availableMemory how many bytes are free
     * @param testProfile whether the metadata says that it is a Test Profile, whose keys must be test keys
     */
    public ProfileInstallation(Set<UiccCapability> capabilities, int availableMemory, boolean testProfile) {
        this.capabilities = Set.copyOf(capabilities);
        this.testProfile = testProfile;
        this.memory = new Memory(availableMemory);
        this.files = new FileSystemBuilder(memory);
        this.context = new TemplateContext(files);
    }

    /**
     * Carries out the next profile element.
     *
     * @param element the whole element
     * @return its status; after one that is not OK the installation is over, unless {@link #isOptional} says otherwise
     */
    public PeStatus process(Tlv element) {
        int identification = -1;
        try {
            identification = identification(element);
            carryOut(element);
            return new PeStatus(PeStatus.Code.OK, identification);
        } catch (PeException e) {
            return new PeStatus(e.code(), identification);
        } catch (DecodeException | IllegalArgumentException e) {
            return new PeStatus(PeStatus.Code.INVALID_REQUEST_FORMAT, identification);
        }
    }

    /** Whether an element of an unsupported kind may be left out: it is not mandated (TCA, clause 8.1.1). */
    public static boolean isOptional(Tlv element, PeStatus status) {
        return status.code() == PeStatus.Code.PE_NOT_SUPPORTED
                && header(element).child(0x80).isEmpty();
    }

    /** Whether the PE-End was processed. */
    public boolean isComplete() {
        return ended;
    }

    /** The ICCID in the profile header, 10 bytes as in EF.ICCID; null before it was processed. */
    public byte[] iccid() {
        return iccid == null ? null : iccid.clone();
    }

    /** Whether it failed because a Test Profile has a key that is no test key. */
    public boolean isNaaKeyUnfit() {
        return naaKeyUnfit;
    }

    /** How many bytes of memory were taken. */
    public int usedMemory() {
        return memory.used();
    }

    /** The profile, once {@link #isComplete()}. */
    public InstalledProfile result() {
        if (!ended) {
            throw new IllegalStateException("the profile is not complete");
        }
        return new InstalledProfile(iccid, files.masterFile(), authentications, securityDomains, pins.puks());
    }

    private void carryOut(Tlv element) {
        int number = TemplateFiles.number(element.tag());
        if (ended || (iccid == null) != (number == HEADER)) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "the elements are out of order");
        }
        switch (number) {
            case HEADER -> processHeader(element);
            case GENERIC_FILE_MANAGEMENT -> new GenericFileManagement(files).process(field(element, 0xA1));
            case PIN_CODES -> pins.processPins(field(element, 0xA1), context.current(), files);
            case PUK_CODES -> pins.processPuks(field(element, 0xA1));
            case AKA_PARAMETER -> processAkaParameter(element);
            case CDMA_PARAMETER -> require(UiccCapability.CSIM_SUPPORT);
            case SECURITY_DOMAIN -> processSecurityDomain(element);
            case RFM ->
                securityDomains.add(
                        new SecurityDomain(field(element, INSTANCE_AID).octets(5, 16), List.of()));
            case END -> end();
            default -> {
                if (number < FIRST_FILE_ELEMENT || number > LAST_FILE_ELEMENT) {
                    throw new PeException(PeStatus.Code.PE_NOT_SUPPORTED, "the kind of element is not supported");
                }
                context.process(element);
            }
        }
    }

    private void processHeader(Tlv element) {
        int major = field(element, 0x80).integer();
        if (major < 1 || major > 3) {
            throw new PeException(PeStatus.Code.UNSUPPORTED_PROFILE_VERSION, "the version is not supported");
        }
        for (Tlv service : field(element, 0xA5).children()) {
            boolean supported = MandatoryServices.capability(TemplateFiles.number(service.tag()))
                    .filter(capabilities::contains)
                    .isPresent();
            if (!supported) {
                throw new PeException(PeStatus.Code.FEATURE_NOT_SUPPORTED, "a mandatory service is not supported");
            }
        }
        for (Tlv template : field(element, 0xA6).children()) {
            if (!TemplateContext.isSupported(TemplateContext.dotted(template))) {
                throw new PeException(PeStatus.Code.TEMPLATE_NOT_SUPPORTED, "a mandatory template is not supported");
            }
        }
        iccid = swapped(field(element, 0x83).octets(10, 10));
    }

    /** The header has the digits in their order; everything else has them as in EF.ICCID. */
    private static byte[] swapped(byte[] digits) {
        byte[] result = new byte[digits.length];
        for (int i = 0; i < digits.length; i++) {
            result[i] = (byte) (digits[i] << 4 | (digits[i] & 0xFF) >>> 4);
        }
        return result;
    }

    private void processAkaParameter(Tlv element) {
        Directory application = context.current();
        AkaParameters parameters = new AkaParameters(element);
        if (testProfile && !parameters.isFitForTestProfile()) {
            naaKeyUnfit = true;
            throw new PeException(PeStatus.Code.BAD_VALUES, "a Test Profile has a key that is no test key");
        }
        authentications.put(application, parameters.authentication(this::mapped));
    }

    private Authentication mapped(byte[] aid) {
        return authentications.entrySet().stream()
                .filter(entry -> entry.getKey()
                        .aid()
                        .filter(own -> Arrays.equals(own, aid))
                        .isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new PeException(PeStatus.Code.BAD_VALUES, "the mapping source is not there"));
    }

    private void processSecurityDomain(Tlv element) {
        List<Tlv> aids = field(element, 0xA1).children().stream()
                .filter(part -> part.tag() == INSTANCE_AID)
                .toList();
        if (aids.size() < 3) {
            throw new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "an AID of the instance is missing");
        }
        List<Integer> versions = element.child(0xA2).map(Tlv::children).orElse(List.of()).stream()
                .map(key -> field(key, 0x83).octets(1, 1)[0] & 0xFF)
                .toList();
        memory.take(SECURITY_DOMAIN_MEMORY);
        securityDomains.add(new SecurityDomain(aids.get(2).octets(5, 16), versions));
    }

    private void end() {
        files.masterFile();
        if (authentications.isEmpty() && securityDomains.isEmpty()) {
            throw new PeException(PeStatus.Code.BAD_VALUES, "the profile has neither application nor security domain");
        }
        ended = true;
    }

    private void require(UiccCapability capability) {
        if (!capabilities.contains(capability)) {
            throw new PeException(PeStatus.Code.PE_NOT_SUPPORTED, "the eUICC cannot do that");
        }
    }

    private static int identification(Tlv element) {
        int number = TemplateFiles.number(element.tag());
        return number == HEADER
                ? 0
                : header(element).child(0x81).map(Tlv::integer).orElse(-1);
    }

    /** PEHeader, the first field of every element but the profile header. */
    private static Tlv header(Tlv element) {
        return field(element, 0xA0);
    }

    private static Tlv field(Tlv parent, int tag) {
        return parent.child(tag)
                .orElseThrow(() -> new PeException(PeStatus.Code.INVALID_REQUEST_FORMAT, "an element is missing"));
    }
}
