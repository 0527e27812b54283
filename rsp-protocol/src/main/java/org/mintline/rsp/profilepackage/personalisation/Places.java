package org.mintline.rsp.profilepackage.personalisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imsi;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.file.FileSystem;
import org.mintline.rsp.profilepackage.file.ProfileFile;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.profilepackage.value.AlphaText;
import org.mintline.rsp.profilepackage.value.Digits;
import org.mintline.rsp.profilepackage.value.FileValues;

/** Finds the places of a subscriber's values in a package. */
final class Places {
    private static final int CODE_BYTES = 8;
    private static final int SPN_BYTES = 16;
    private static final int SMSP_FIXED_BYTES = 28;
    private static final int SMSP_ADDRESS_AT = 13;
    private static final int SERVICE_CENTRE_ABSENT = 0x02;
    private static final Set<String> SUBSCRIBER_ELEMENTS = Set.of("mf", "usim", "opt-usim", "isim", "iot", "opt-iot");
    private static final Map<Integer, Subject> PINS = Map.of(1, Subject.PIN1, 129, Subject.PIN2, 10, Subject.ADM1);
    private static final Map<Integer, Subject> PUKS = Map.of(1, Subject.PUK1, 129, Subject.PUK2);

    private final List<Place> places = new ArrayList<>();
    private final List<SecurityDomainKey> keys = new ArrayList<>();

    private Places() {}

    /** The places of that package. */
    static Places of(ProfilePackage profile) {
        Places found = new Places();
        boolean first = true;
        for (int i = 0; i < profile.elements().size(); i++) {
            ProfileElement element = profile.elements().get(i);
            switch (element.type()) {
                case "header" -> found.addHeader(i, element.node());
                case "akaParameter" -> found.addAuthentication(i, element.node());
                case "pinCodes" -> found.addCodes(i, element.node(), "pinCodes.pinconfig", "pinValue", PINS);
                case "pukCodes" -> found.addCodes(i, element.node(), "pukCodes", "pukValue", PUKS);
                case "securityDomain" -> {
                    found.addKeys(i, element.node(), first);
                    first = false;
                }
                default -> {
                    // files are looked for by their names below
                }
            }
        }
        Set<String> seen = new HashSet<>();
        for (ProfileFile file : FileSystem.of(profile)) {
            boolean subscriber = SUBSCRIBER_ELEMENTS.contains(
                    profile.elements().get(file.element()).type());
            if (subscriber && isUsable(file) && seen.add(file.name())) {
                found.addFile(file, file.recordLength().orElse(file.size().getAsInt()));
            }
        }
        return found;
    }

    List<Place> list() {
        return places;
    }

    /**
     * Makes sure that there is a place for each value.
     *
     * @throws PersonalisationException if there is none
     */
    void requirePlaces(PersonalisationData data) {
        Set<Subject> missing = data.subjects();
        places.forEach(p -> missing.remove(p.subject()));
        if (!missing.isEmpty()) {
            throw new PersonalisationException("the package has no place for " + missing);
        }
        for (SecurityDomainKey key : data.securityDomainKeys()) {
            if (keys.stream().noneMatch(place -> isFor(key, place))) {
                throw new PersonalisationException("the package has no place for " + key.label());
            }
        }
    }

    private void addHeader(int element, Node header) {
        header.child("iccid")
                .ifPresent(node -> add(Subject.ICCID, element, node, data -> data.iccid()
                        .map(i -> Digits.packed(i.digits(), node.length()))));
    }

    private void addAuthentication(int element, Node aka) {
        Optional<Node> parameter = aka.at("algoConfiguration.algoParameter");
        if (parameter.isEmpty()) {
            return;
        }
        boolean withoutKeccak = parameter.get().child("numberOfKeccak").isEmpty();
        for (Node node : parameter.get().children()) {
            switch (node.name()) {
                case "algorithmID" ->
                    places.add(new Place.Value(
                            Subject.AUTHENTICATION,
                            (d, current) -> algorithm(d, current, withoutKeccak),
                            element,
                            node));
                case "key" -> addAuthentication(element, node, AuthenticationKeys::key);
                case "opc" -> addAuthentication(element, node, AuthenticationKeys::operatorConstant);
                case "numberOfKeccak" ->
                    places.add(new Place.Value(Subject.AUTHENTICATION, Places::numberOfKeccak, element, node));
                default -> {
                    // the other parameters are the operator's, not the subscriber's
                }
            }
        }
    }

    private void addAuthentication(int element, Node node, Function<AuthenticationKeys, byte[]> secret) {
        add(Subject.AUTHENTICATION, element, node, data -> data.authentication().map(secret));
    }

    private static Optional<byte[]> algorithm(PersonalisationData data, byte[] current, boolean withoutKeccak) {
        return data.authentication().map(keys -> {
            byte[] wanted = Node.integerValue(keys.algorithmId());
            if (!Arrays.equals(wanted, current)) {
                throw new PersonalisationException("the package is made for another authentication algorithm");
            }
            if (withoutKeccak && keys instanceof AuthenticationKeys.Tuak tuak && tuak.numberOfKeccak() != 1) {
                throw new PersonalisationException("the package is made for one iteration of Keccak");
            }
            return wanted;
        });
    }

    private static Optional<byte[]> numberOfKeccak(PersonalisationData data, byte[] current) {
        return data.authentication()
                .map(keys -> keys instanceof AuthenticationKeys.Tuak tuak
                        ? Node.integerValue(tuak.numberOfKeccak())
                        : current);
    }

    private void addCodes(int element, Node codes, String list, String value, Map<Integer, Subject> subjects) {
        for (Node code : codes.at(list).map(Node::children).orElse(List.of())) {
            Optional<Node> node = code.child(value);
            Subject subject = code.child("keyReference")
                    .map(r -> subjects.get(r.integer()))
                    .orElse(null);
            if (node.isPresent() && subject != null) {
                add(subject, element, node.get(), data -> code(data, subject));
            }
        }
    }

    private static Optional<byte[]> code(PersonalisationData data, Subject subject) {
        return (switch (subject) {
                    case PIN1 -> data.pin1();
                    case PIN2 -> data.pin2();
                    case PUK1 -> data.puk1();
                    case PUK2 -> data.puk2();
                    default -> data.adm1();
                })
                .map(text -> text.length() == 2 * CODE_BYTES
                        ? HexFormat.of().parseHex(text)
                        : Digits.ascii(text, CODE_BYTES));
    }

    private void addKeys(int element, Node securityDomain, boolean isFirst) {
        Optional<String> identifier = securityDomain
                .at("instance.instanceAID")
                .map(n -> HexFormat.of().withUpperCase().formatHex(n.value()));
        for (Node key : securityDomain.child("keyList").map(Node::children).orElse(List.of())) {
            Optional<Node> version = key.child("keyVersionNumber");
            Optional<Node> number = key.child("keyIdentifier");
            Optional<Node> data = key.at("keyComponents[0].keyData");
            if (version.isPresent() && number.isPresent() && data.isPresent()) {
                addKey(
                        element,
                        identifier,
                        isFirst,
                        version.get().value()[0],
                        number.get().value()[0],
                        data.get());
            }
        }
    }

    private void addKey(int element, Optional<String> domain, boolean isFirst, int version, int number, Node data) {
        if (version < 1 || number < 1) {
            return;
        }
        byte[] example = new byte[16];
        List<SecurityDomainKey> names = new ArrayList<>();
        domain.ifPresent(d -> names.add(new SecurityDomainKey(Optional.of(d), version, number, example)));
        if (isFirst) {
            names.add(new SecurityDomainKey(Optional.empty(), version, number, example));
        }
        keys.addAll(names);
        add(Subject.SECURITY_DOMAIN_KEY, element, data, values -> values.securityDomainKeys().stream()
                .filter(key -> names.stream().anyMatch(name -> isFor(key, name)))
                .map(SecurityDomainKey::value)
                .findFirst());
    }

    private static boolean isFor(SecurityDomainKey key, SecurityDomainKey place) {
        return key.keyVersionNumber() == place.keyVersionNumber()
                && key.keyIdentifier() == place.keyIdentifier()
                && key.securityDomain().equals(place.securityDomain());
    }

    private static boolean isUsable(ProfileFile file) {
        return !file.isNotCreated()
                && file.linkPath().isEmpty()
                && file.size().isPresent()
                && file.template().isPresent();
    }

    private void addFile(ProfileFile file, int unit) {
        switch (file.name()) {
            case "ef-iccid" ->
                add(Subject.ICCID, file, 0, FileValues.ICCID_BYTES, (d, current) -> d.iccid()
                        .map(Iccid::ef));
            case "ef-imsi" ->
                add(Subject.IMSI, file, 0, FileValues.IMSI_BYTES, (d, current) -> d.imsi()
                        .map(Imsi::ef));
            case "ef-acc" ->
                add(Subject.IMSI, file, 0, 2, (d, current) -> d.imsi().map(i -> FileValues.accessClass(i, current)));
            case "ef-spn" ->
                add(Subject.SPN, file, 1, SPN_BYTES, (d, current) -> d.spn().map(s -> text(s)));
            case "ef-msisdn" ->
                add(
                        Subject.MSISDN,
                        file,
                        unit - FileValues.DIALLING_NUMBER_BYTES,
                        FileValues.DIALLING_NUMBER_BYTES,
                        (d, current) -> d.msisdn().map(FileValues::diallingNumber));
            case "ef-smsp" ->
                add(
                        Subject.SERVICE_CENTRE,
                        file,
                        unit - SMSP_FIXED_BYTES,
                        SMSP_ADDRESS_AT + FileValues.ADDRESS_BYTES,
                        (d, current) -> d.serviceCentre().map(n -> serviceCentre(n, current)));
            case "ef-impi" ->
                add(Subject.IMPI, file, 0, unit, (d, current) -> d.impi().map(t -> identity(t, unit)));
            case "ef-impu" ->
                add(Subject.IMPU, file, 0, unit, (d, current) -> d.impu().map(t -> identity(t, unit)));
            case "ef-domain" ->
                add(Subject.DOMAIN, file, 0, unit, (d, current) -> d.domain().map(t -> identity(t, unit)));
            default -> {
                // the other files are the operator's, not the subscriber's
            }
        }
    }

    private static byte[] text(String text) {
        try {
            return AlphaText.encode(text, SPN_BYTES);
        } catch (IllegalArgumentException e) {
            throw new PersonalisationException("spn: " + e.getMessage());
        }
    }

    private static byte[] identity(String text, int bytes) {
        try {
            return FileValues.imsIdentity(text, bytes);
        } catch (IllegalArgumentException e) {
            throw new PersonalisationException("impi, impu or domain: " + e.getMessage());
        }
    }

    /** The parameter indicators with the service centre marked as present, and its address (TS 31.102, clause 4.2.27). */
    private static byte[] serviceCentre(String number, byte[] current) {
        byte[] changed = current.clone();
        changed[0] &= ~SERVICE_CENTRE_ABSENT;
        System.arraycopy(FileValues.address(number), 0, changed, SMSP_ADDRESS_AT, FileValues.ADDRESS_BYTES);
        return changed;
    }

    private void add(Subject subject, int element, Node node, Function<PersonalisationData, Optional<byte[]>> value) {
        places.add(new Place.Value(subject, (data, current) -> value.apply(data), element, node));
    }

    private void add(Subject subject, ProfileFile file, int from, int length, Coding coding) {
        if (from >= 0 && from + length <= file.size().orElse(0)) {
            places.add(new Place.Range(subject, coding, file, from, length));
        }
    }
}
