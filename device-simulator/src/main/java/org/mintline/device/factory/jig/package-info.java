/**
 * The jig that a device sits in: what it measures, and whether that is what the device should take. The decision is a pure function,
 * {@link org.mintline.device.factory.jig.JigSettings#judge}; the measuring adapter's protocol is in {@code docs/formats/factory-link.md}.
 */
package org.mintline.device.factory.jig;
