/**
 * The station in a factory: authenticates the device at a wire in the manner that is set, sends it the image that waits for its EID, and
 * collects how the installation ended. Every decision leaves a line in an audit log whose lines are chained by their hashes. {@link
 * org.mintline.device.factory.station.Station} serves one device; {@link org.mintline.device.factory.station.StationProcess} serves many
 * at once.
 */
package org.mintline.device.factory.station;
