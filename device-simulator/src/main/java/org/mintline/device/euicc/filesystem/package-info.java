/**
 * The file system of one profile: directories, elementary files, access rules and PINs (ETSI TS 102 221, clauses 8, 9 and 11).
 * It knows neither how a profile came here nor how commands arrive. Start reading at {@link
 * org.mintline.device.euicc.filesystem.Directory}.
 */
package org.mintline.device.euicc.filesystem;
