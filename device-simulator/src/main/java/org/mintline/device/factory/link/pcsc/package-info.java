/** The factory link over PC/SC: the device is a card with an application of its own, and the station a program at a reader. */
package org.mintline.device.factory.link.pcsc;
