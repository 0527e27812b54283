/**
 * The factory: a station that authenticates devices and sends them profile images over a wire (PSS-7, PSS-8), and the reference device
 * that keeps an image in its security area and installs it when it boots (PSS-9 to PSS-11).
 *
 * <p>{@code link} carries frames, {@code protocol} has the commands that both ends know, {@code jig} measures; {@code station} and {@code
 * device} are the two ends and know nothing of one another; {@code command} is the command line.
 */
package org.mintline.device.factory;
