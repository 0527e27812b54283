/**
 * The status codes that functions of RSP answer with: one catalogue for the server's roles, for every binding (JSON,
 * ASN.1) and for the device side. What raises a code lives with the roles; this package only names them.
 */
package org.mintline.rsp.status;
