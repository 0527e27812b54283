/**
 * The command line: {@code ./mintline profile|image|device|station|pki|demo|bench}. A subcommand lives in the package of the thing it drives
 * and is named in {@link org.mintline.device.cli.Mintline}; nothing but that list lives here.
 */
package org.mintline.device.cli;
