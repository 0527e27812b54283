/**
 * The data objects of RSP that several interfaces share (SGP.22 v2.5, annex H): what an eUICC and a device say of
 * themselves, the metadata of a profile, notifications and their results.
 *
 * <p>Records are named as in the ASN.1, their components too. Those that a signature covers keep the bytes that they were
 * read from as their component {@code encoded}; make a new one by {@code of}. Elements that later versions put at the end
 * of a type are passed over. The tags follow from AUTOMATIC TAGS: see decision 0020.
 */
package org.mintline.rsp.data;
