/**
 * ES9+, between LPA and SM-DP+ (SGP.22 v2.5, clause 5.6): one record each for the request and the response of a function.
 *
 * <p>They are the types of the ASN.1 binding (clause 6.6) and, as plain components, what the JSON binding carries
 * (clause 6.5.2). Status codes become the integer errors of the ASN.1 binding here; the other way is not possible without
 * loss. What is signed, and by whom, stands in {@link org.mintline.rsp.es10}.
 */
package org.mintline.rsp.es9plus;
