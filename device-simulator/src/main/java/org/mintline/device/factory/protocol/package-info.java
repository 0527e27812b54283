/**
 * What a station asks of a device and how that answers: instructions, their data, refusals in plain words. Both ends use it; the
 * description is {@code docs/formats/factory-link.md}.
 */
package org.mintline.device.factory.protocol;
