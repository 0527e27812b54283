/**
 * The software eUICC: {@link org.mintline.device.euicc.Euicc} takes APDUs on logical channels and gives them to the ISD-R or to the
 * file system of the enabled profile. How a card is made stands in {@code configuration}, what it keeps in {@code state}.
 */
package org.mintline.device.euicc;
