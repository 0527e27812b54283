/**
 * Installing a profile: each profile element of the interoperable format (TCA eUICC Profile Package) is carried out on a new file
 * system, with the status of each in the answer. It reads plain elements: session keys and segments are dealt with before.
 * Start reading at {@link org.mintline.device.euicc.profile.ProfileInstallation}.
 */
package org.mintline.device.euicc.profile;
