/**
 * What a UICC does with the file system of the enabled profile: select, read, update, PINs, AUTHENTICATE (ETSI TS 102 221, clause
 * 11; 3GPP TS 31.102, clause 7). Start reading at {@link org.mintline.device.euicc.uicc.UiccCommands}.
 */
package org.mintline.device.euicc.uicc;
