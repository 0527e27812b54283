/** Translation between HTTP and the roles: REST interfaces and the operator console. No domain logic, no persistence. */
package org.mintline.web;
