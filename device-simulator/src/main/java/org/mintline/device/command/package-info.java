/**
 * The commands {@code ./mintline device} and {@code ./mintline operator}. They only call what the other packages offer; an eUICC of the
 * command line lives in a folder of its own.
 */
package org.mintline.device.command;
