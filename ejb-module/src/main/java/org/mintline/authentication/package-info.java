/**
 * How a server and an eUICC authenticate one another, without a word of what they do afterwards (SGP.22 v2.5, clauses 3.0.1, 5.6.1 and
 * 5.7.13): under which certificate issuers, what the server signs, and whether the eUICC's answer and its notifications are genuine. The
 * SM-DP+ does so over ES9+, a local provisioning server in its factory. Start reading at {@link
 * org.mintline.authentication.ServerAuthentication}.
 */
package org.mintline.authentication;
