/**
 * The way of a profile from its order to a device in a factory, and all that is refused on it (PSS-1 to PSS-12): a running server with
 * all roles, the real station and the reference device. Start reading at {@link org.mintline.station.StationIT}.
 */
package org.mintline.station;
