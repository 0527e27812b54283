/**
 * The ISD-R: ES10a, ES10b and ES10c, a class or a method a function (SGP.22 v2.5, clause 5.7), ES10f of our own format, and the functions of ES8+ that come
 * inside a bound profile package (clause 5.5). APDUs are dealt with before; here are requests and responses. Start reading at {@link
 * org.mintline.device.euicc.isdr.Isdr}.
 */
package org.mintline.device.euicc.isdr;
