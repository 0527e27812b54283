/**
 * The certificates of RSP and their chains, of SGP.22 v2 and v3 (clauses 2.7 and 4.5 of SGP.22 v2.5): what a certificate says,
 * whether its chain ends at a trusted CI key, whether it is revoked, and which EIDs an EUM may issue for.
 *
 * <p>Everything is a pure function of its arguments: who trusts which CI, what time it is and which CRLs are loaded is told by
 * the caller. Start reading at {@link org.mintline.rsp.certificate.CertificateVerifier}.
 */
package org.mintline.rsp.certificate;
