/**
 * What the servers and assistants of a factory call, over HTTPS with mutual TLS (OFF-3 to OFF-6): the aggregator, called by local
 * provisioning servers, and a local provisioning server, called by Factory Profile Assistants. Data objects travel as they are. The formats are
 * described in {@code docs/formats/local-provisioning.md}.
 */
package org.mintline.web.rest.factory;
