/**
 * {@code ./mintline image}: make, show, check and open profile images. Only files, options and exit codes live here; the work
 * is done by {@code org.mintline.rsp.image}.
 */
package org.mintline.device.image;
