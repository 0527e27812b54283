/**
 * How a station of a factory authenticates the devices that it serves (PSS-7): the manners, what a jig measures, and whether that is
 * enough. The decision is a pure function, {@link org.mintline.rsp.station.AuthenticationRules#objection}; the station makes it
 * before it asks for an image, and the support server makes it again before it hands one out.
 */
package org.mintline.rsp.station;
