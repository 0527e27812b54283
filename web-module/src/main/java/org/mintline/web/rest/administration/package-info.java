/**
 * The administration interface: what the platform's own staff sets up by program (operators, profile types, stock, imports).
 * Errors are problem details (RFC 9457); callers are administrators by HTTP Basic over TLS. Start reading at {@link
 * org.mintline.web.rest.administration.AdministrationApplication}.
 */
package org.mintline.web.rest.administration;
