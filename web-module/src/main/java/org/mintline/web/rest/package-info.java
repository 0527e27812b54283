/**
 * The REST interfaces, a package and a JAX-RS application each, with a mapper of failures of its own: translation between
 * bodies and the roles of the ejb-module, nothing else. All of them are described in {@code openapi.yaml}.
 */
package org.mintline.web.rest;
