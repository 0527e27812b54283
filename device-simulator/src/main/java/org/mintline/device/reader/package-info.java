/** Ways for other programs to reach the software eUICC: a virtual PC/SC reader, and the APDU interface of lpac. */
package org.mintline.device.reader;
