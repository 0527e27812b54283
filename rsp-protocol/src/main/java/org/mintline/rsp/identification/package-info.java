/**
 * The names by which RSP tells things apart: cards (EID), profiles (ICCID), subscriptions (IMSI), devices (IMEI, TAC),
 * sessions (TransactionID), orders (MatchingID, Activation Code, Confirmation Code), servers (FQDN, OID) and versions.
 *
 * <p>A value of these types is well formed; text from outside becomes one in its constructor or {@code parse}, bytes in
 * {@code decode}. What a value means to a role is decided there, not here.
 */
package org.mintline.rsp.identification;
