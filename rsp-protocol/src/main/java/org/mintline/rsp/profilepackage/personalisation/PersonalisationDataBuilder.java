package org.mintline.rsp.profilepackage.personalisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imsi;

/** Collects {@link PersonalisationData}, value by value or column by column of an input file. */
public final class PersonalisationDataBuilder {
    private static final int MAXIMUM_BYTES = 64;
    private static final String KEY = "key-";
    private static final Map<String, Subject> TEXTS =
            EnumSet.complementOf(EnumSet.of(Subject.AUTHENTICATION, Subject.SECURITY_DOMAIN_KEY)).stream()
                    .collect(Collectors.toUnmodifiableMap(Subject::toString, Function.identity()));
    private static final Pattern KEY_COLUMN = Pattern.compile("key-([0-9a-f]{2})-([0-9a-f]{2})(-([0-9a-f]{10,32}))?");

    private final Map<Subject, String> texts = new EnumMap<>(Subject.class);
    private final List<SecurityDomainKey> keys = new ArrayList<>();
    private final Map<String, byte[]> authenticationColumns = new HashMap<>();
    private int numberOfKeccak = 1;
    private AuthenticationKeys authentication;

    PersonalisationDataBuilder() {}

    /**
     * A value that is written as text: any subject but {@link Subject#AUTHENTICATION} and {@link
     * Subject#SECURITY_DOMAIN_KEY}.
     */
    public PersonalisationDataBuilder with(Subject subject, String value) {
        if (subject == Subject.AUTHENTICATION || subject == Subject.SECURITY_DOMAIN_KEY) {
            throw new IllegalArgumentException(subject + " is not written as text");
        }
        texts.put(subject, value);
        return this;
    }

    /** The keys of the authentication algorithm. */
    public PersonalisationDataBuilder with(AuthenticationKeys keysOfAlgorithm) {
        authentication = keysOfAlgorithm;
        return this;
    }

    /** One more key of a security domain. */
    public PersonalisationDataBuilder with(SecurityDomainKey key) {
        keys.add(key);
        return this;
    }

    /** IMPI, IMPU and domain as they follow from an IMSI (TS 23.003, clause 13). */
    public PersonalisationDataBuilder withImsIdentitiesOf(Imsi imsi, int mncLength) {
        if (mncLength != 2 && mncLength != 3) {
            throw new IllegalArgumentException("an MNC has 2 or 3 digits");
        }
        String mnc = (mncLength == 2 ? "0" : "") + imsi.digits().substring(3, 3 + mncLength);
        String domain = "ims.mnc" + mnc + ".mcc" + imsi.mcc() + ".3gppnetwork.org";
        return with(Subject.IMPI, imsi + "@" + domain)
                .with(Subject.IMPU, "sip:" + imsi + "@" + domain)
                .with(Subject.DOMAIN, domain);
    }

    /**
     * The value of one column of an input file.
     *
     * @param column {@code iccid, imsi, pin1, pin2, puk1, puk2, adm1, msisdn, spn, service-centre, impi, impu, domain};
     *     {@code ki} with {@code opc} or {@code op}; {@code k} with {@code topc} and {@code number-of-keccak}; {@code
     *     key-VV-II} or {@code key-VV-II-AID} for key version VV and key identifier II of a security domain; in any
     *     case, with underscores or hyphens
     * @param value the value; bytes as hexadecimal digits; nothing is set by an empty one
     * @throws PersonalisationException if there is no such column, or the value is not of its form
     */
    public PersonalisationDataBuilder column(String column, String value) {
        String name = column.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = value.strip();
        if (text.isEmpty()) {
            return this;
        }
        if (name.startsWith(KEY)) {
            return with(securityDomainKey(name, text));
        }
        switch (name) {
            case "ki", "opc", "op", "k", "topc" -> authenticationColumns.put(name, bytes(name, text));
            case "number-of-keccak" -> numberOfKeccak = number(name, text);
            default -> with(subject(name), text);
        }
        return this;
    }

    /**
     * The data.
     *
     * @throws PersonalisationException if a value is not of its form
     */
    public PersonalisationData build() {
        return new PersonalisationData(
                text(Subject.ICCID).map(text -> identifier(Subject.ICCID, Iccid::parse, text)),
                text(Subject.IMSI).map(text -> identifier(Subject.IMSI, Imsi::new, text)),
                authenticationKeys(),
                text(Subject.PIN1),
                text(Subject.PIN2),
                text(Subject.PUK1),
                text(Subject.PUK2),
                text(Subject.ADM1),
                text(Subject.MSISDN),
                text(Subject.SPN),
                text(Subject.SERVICE_CENTRE),
                text(Subject.IMPI),
                text(Subject.IMPU),
                text(Subject.DOMAIN),
                keys);
    }

    private Optional<AuthenticationKeys> authenticationKeys() {
        if (authenticationColumns.isEmpty()) {
            return Optional.ofNullable(authentication);
        }
        byte[] ki = authenticationColumns.get("ki");
        byte[] k = authenticationColumns.get("k");
        byte[] opc = authenticationColumns.get("opc");
        byte[] op = authenticationColumns.get("op");
        byte[] topc = authenticationColumns.get("topc");
        if (ki != null && opc == null && op != null) {
            opc = Opc.of(ki, op);
        }
        if (ki != null && opc != null && k == null && topc == null) {
            return Optional.of(new AuthenticationKeys.Milenage(ki, opc));
        }
        if (k != null && topc != null && ki == null && opc == null && op == null) {
            return Optional.of(new AuthenticationKeys.Tuak(k, topc, numberOfKeccak));
        }
        throw new PersonalisationException("authentication needs ki with opc or op, or k with topc");
    }

    private Optional<String> text(Subject subject) {
        return Optional.ofNullable(texts.get(subject));
    }

    private static <T> T identifier(Subject subject, Function<String, T> reader, String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new PersonalisationException(subject + ": " + e.getMessage());
        }
    }

    private static SecurityDomainKey securityDomainKey(String name, String text) {
        Matcher key = KEY_COLUMN.matcher(name);
        if (!key.matches()) {
            throw unknown(name);
        }
        return new SecurityDomainKey(
                Optional.ofNullable(key.group(4)).map(aid -> aid.toUpperCase(Locale.ROOT)),
                Integer.parseInt(key.group(1), 16),
                Integer.parseInt(key.group(2), 16),
                bytes(name, text));
    }

    private static Subject subject(String name) {
        Subject subject = TEXTS.get(name);
        if (subject == null) {
            throw unknown(name);
        }
        return subject;
    }

    private static PersonalisationException unknown(String name) {
        return new PersonalisationException("there is no value called '" + name + "'");
    }

    private static byte[] bytes(String name, String text) {
        if (text.length() > 2 * MAXIMUM_BYTES) {
            throw new PersonalisationException(name + " has more than " + MAXIMUM_BYTES + " bytes");
        }
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new PersonalisationException(name + " is not written in hexadecimal digits");
        }
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new PersonalisationException(name + " is no number");
        }
        return Integer.parseInt(text);
    }
}
