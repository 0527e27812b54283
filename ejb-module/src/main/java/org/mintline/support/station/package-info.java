/**
 * The stations of a factory: who they are, and what they ask for and tell. Start reading at {@link
 * org.mintline.support.station.StationServiceBean}.
 */
package org.mintline.support.station;
