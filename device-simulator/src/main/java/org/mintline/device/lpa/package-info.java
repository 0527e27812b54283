/**
 * The local profile assistant of a device (SGP.22 v2.5, clause 3): talks ES10 to an eUICC over APDUs and ES9+ to an SM-DP+ over HTTPS, in
 * either binding. Start reading at {@link org.mintline.device.lpa.Lpa}.
 */
package org.mintline.device.lpa;
