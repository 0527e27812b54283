/**
 * ES10a, ES10b and ES10c, between LPA and eUICC (SGP.22 v2.5, clause 5.7): one record each for the request and the response
 * of a function, and the structures that server and eUICC sign, which ES9+ carries on.
 *
 * <p>How they travel in STORE DATA commands is in {@link org.mintline.rsp.apdu}. The Bound Profile Package, which the
 * LPA loads in pieces by {@link org.mintline.rsp.es10.LoadBoundProfilePackage}, belongs to ES8+.
 */
package org.mintline.rsp.es10;
