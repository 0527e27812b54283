/**
 * A test PKI in the manner of SGP.26: certificate issuer, EUM, eUICCs, SM-DP+, operators, each with a fresh key, and the files
 * that server and device are started with. It also makes certificates that must be refused, for tests.
 *
 * <p>Start reading at {@link org.mintline.device.pki.TestPki}. What is made here is for demonstration and tests; a server in
 * production mode is given the keys of its own CI.
 */
package org.mintline.device.pki;
