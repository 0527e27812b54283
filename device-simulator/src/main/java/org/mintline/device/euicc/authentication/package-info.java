/**
 * Authentication and key agreement of a USIM or ISIM: the algorithm sets that a profile package may name (Milenage, TUAK and
 * the test algorithm), the sequence numbers, and what AUTHENTICATE answers. Nothing here knows files or APDUs.
 */
package org.mintline.device.euicc.authentication;
