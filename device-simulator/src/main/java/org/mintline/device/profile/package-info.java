/**
 * {@code ./mintline profile}: show, check, personalise, compile and compare profile packages. Only files, options and
 * exit codes live here; the work is done by {@code org.mintline.rsp.profilepackage}.
 */
package org.mintline.device.profile;
