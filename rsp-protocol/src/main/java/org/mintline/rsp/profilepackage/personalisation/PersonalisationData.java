package org.mintline.rsp.profilepackage.personalisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imsi;

/**
 * What makes a profile one subscriber's. What is empty stays as the package has it.
 *
 * <p>The constructor refuses what is no such value; {@link #toString} tells the ICCID and the names of the others only.
 *
 * @param iccid the number of the profile
 * @param imsi the number of the subscription
 * @param authentication the keys of the authentication algorithm
 * @param pin1 4 to 8 digits
 * @param pin2 4 to 8 digits
 * @param puk1 8 digits
 * @param puk2 8 digits
 * @param adm1 4 to 8 digits, or 8 bytes as 16 hexadecimal digits
 * @param msisdn up to 20 digits, with a plus sign in front of an international number
 * @param spn up to 16 characters
 * @param serviceCentre up to 20 digits, with a plus sign in front of an international number
 * @param impi a network access identifier, up to 253 bytes
 * @param impu a SIP URI or tel URI, up to 253 bytes
 * @param domain a domain name, up to 253 bytes
 * @param securityDomainKeys keys of security domains
 */
public record PersonalisationData(
        Optional<Iccid> iccid,
        Optional<Imsi> imsi,
        Optional<AuthenticationKeys> authentication,
        Optional<String> pin1,
        Optional<String> pin2,
        Optional<String> puk1,
        Optional<String> puk2,
        Optional<String> adm1,
        Optional<String> msisdn,
        Optional<String> spn,
        Optional<String> serviceCentre,
        Optional<String> impi,
        Optional<String> impu,
        Optional<String> domain,
        List<SecurityDomainKey> securityDomainKeys) {
    private static final Pattern PIN = Pattern.compile("\\d{4,8}");
    private static final Pattern PUK = Pattern.compile("\\d{8}");
    private static final Pattern ADM = Pattern.compile("\\d{4,8}|[0-9A-Fa-f]{16}");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,20}");
    private static final Pattern NAME = Pattern.compile(".{1,16}");
    private static final Pattern IDENTITY = Pattern.compile("[\\x21-\\x7E]{1,253}");
    private static final int MAXIMUM_KEYS = 64;

    /** Refuses values that are none. */
    public PersonalisationData {
        require(Subject.PIN1, pin1, PIN, "4 to 8 digits");
        require(Subject.PIN2, pin2, PIN, "4 to 8 digits");
        require(Subject.PUK1, puk1, PUK, "8 digits");
        require(Subject.PUK2, puk2, PUK, "8 digits");
        require(Subject.ADM1, adm1, ADM, "4 to 8 digits or 16 hexadecimal digits");
        require(Subject.MSISDN, msisdn, NUMBER, "up to 20 digits, with or without a plus sign");
        require(Subject.SPN, spn, NAME, "1 to 16 characters");
        require(Subject.SERVICE_CENTRE, serviceCentre, NUMBER, "up to 20 digits, with or without a plus sign");
        require(Subject.IMPI, impi, IDENTITY, "1 to 253 printable characters");
        require(Subject.IMPU, impu, IDENTITY, "1 to 253 printable characters");
        require(Subject.DOMAIN, domain, IDENTITY, "1 to 253 printable characters");
        securityDomainKeys = List.copyOf(securityDomainKeys);
        if (securityDomainKeys.size() > MAXIMUM_KEYS) {
            throw new PersonalisationException("there are more than " + MAXIMUM_KEYS + " keys of security domains");
        }
    }

    private static void require(Subject subject, Optional<String> value, Pattern pattern, String meaning) {
        if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
            throw new PersonalisationException(subject + " is not " + meaning);
        }
    }

    /** A builder without any value. */
    public static PersonalisationDataBuilder builder() {
        return new PersonalisationDataBuilder();
    }

    /** What there is a value for. */
    public Set<Subject> subjects() {
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        add(subjects, Subject.ICCID, iccid);
        add(subjects, Subject.IMSI, imsi);
        add(subjects, Subject.AUTHENTICATION, authentication);
        add(subjects, Subject.PIN1, pin1);
        add(subjects, Subject.PIN2, pin2);
        add(subjects, Subject.PUK1, puk1);
        add(subjects, Subject.PUK2, puk2);
        add(subjects, Subject.ADM1, adm1);
        add(subjects, Subject.MSISDN, msisdn);
        add(subjects, Subject.SPN, spn);
        add(subjects, Subject.SERVICE_CENTRE, serviceCentre);
        add(subjects, Subject.IMPI, impi);
        add(subjects, Subject.IMPU, impu);
        add(subjects, Subject.DOMAIN, domain);
        if (!securityDomainKeys.isEmpty()) {
            subjects.add(Subject.SECURITY_DOMAIN_KEY);
        }
        return subjects;
    }

    private static void add(Set<Subject> subjects, Subject subject, Optional<?> value) {
        if (value.isPresent()) {
            subjects.add(subject);
        }
    }

    @Override
    public String toString() {
        return "personalisation data of ICCID " + iccid.map(Iccid::digits).orElse("?") + " with " + subjects();
    }
}
