/**
 * The jig that a device sits in: what it measures; the measuring adapter's protocol is in {@code docs/formats/factory-link.md}. Whether
 * that is what the device should take is decided by a pure function, {@link org.mintline.rsp.station.JigSettings#judge}.
 */
package org.mintline.device.factory.jig;
