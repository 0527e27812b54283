/**
 * The commands and responses that carry ES10 between LPA and eUICC (ISO/IEC 7816-4; ETSI TS 102 221; GlobalPlatform Card
 * Specification v2.3, clause 11.11; SGP.22 v2.5, clause 5.7.2): short lengths, STORE DATA in blocks, answers fetched by GET
 * RESPONSE, logical channels. For both sides; knows nothing of what is carried.
 */
package org.mintline.rsp.apdu;
