/**
 * What the JSON bindings of RSP have in common (SGP.22 v2.5, clause 6.5): the response header with its function execution
 * status, the X-Admin-Protocol header, and what becomes of failures.
 */
package org.mintline.web.rest.rsp;
