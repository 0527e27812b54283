/**
 * What the stations of a factory call, over HTTPS and JSON with mutual TLS (PSS-7, PSS-12). Start reading at {@link
 * org.mintline.web.rest.station.StationResource}.
 */
package org.mintline.web.rest.station;
