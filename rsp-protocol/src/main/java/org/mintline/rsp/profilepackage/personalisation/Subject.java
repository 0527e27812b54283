package org.mintline.rsp.profilepackage.personalisation;

import java.util.Locale;

/** What of a profile belongs to one subscriber. */
public enum Subject {
    /** The ICCID, in the header and in EF.ICCID. */
    ICCID,
    /** The IMSI in EF.IMSI, and the access control class in EF.ACC that follows from it. */
    IMSI,
    /** The keys of the authentication algorithm in all PE-AKAParameter. */
    AUTHENTICATION,
    /** PIN1: key reference pinAppl1. */
    PIN1,
    /** PIN2: key reference secondPINAppl1. */
    PIN2,
    /** PUK1: key reference pukAppl1. */
    PUK1,
    /** PUK2: key reference secondPUKAppl1. */
    PUK2,
    /** ADM1: key reference adm1. */
    ADM1,
    /** The subscriber's number in the first record of EF.MSISDN. */
    MSISDN,
    /** The service provider name in EF.SPN. */
    SPN,
    /** The service centre address in the first record of EF.SMSP. */
    SERVICE_CENTRE,
    /** The private identity in EF.IMPI of ISIM. */
    IMPI,
    /** The public identity in the first record of EF.IMPU of ISIM. */
    IMPU,
    /** The home network domain name in EF.DOMAIN of ISIM. */
    DOMAIN,
    /** Keys of security domains. */
    SECURITY_DOMAIN_KEY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
