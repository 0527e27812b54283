/**
 * BER-TLV (ITU-T X.690) as RSP uses it: tags of one to three bytes, definite lengths, bounded input.
 *
 * <p>What is read keeps pointing into the bytes as they came, so that a signed structure is verified over exactly what
 * was sent and never re-encoded. Knows no type of any standard; those live in the packages beside this one. Start
 * reading at {@link org.mintline.rsp.tlv.Tlv}.
 */
package org.mintline.rsp.tlv;
