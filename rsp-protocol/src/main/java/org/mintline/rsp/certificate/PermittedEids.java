package org.mintline.rsp.certificate;

/**
 * A range of EIDs that an EUM may issue certificates for (SGP.22 v2.5, clause 4.5.2.1.0.3).
 *
 * @param ein the digits that such an EID begins with (EUM Identification Number), 1 to 32 of them
 * @param organization what the eUICC certificate's subject must name as its organization, or null if that is free
 */
public record PermittedEids(String ein, String organization) {}
