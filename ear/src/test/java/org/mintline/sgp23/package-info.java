/**
 * Cases of SGP.23 against the whole product, through the wire: a class a group, a method a case, with the number and the title
 * that it has there. The test tool of SGP.23 (operator, device) stands in {@link org.mintline.sgp23.SimulatedOperator} and {@link
 * org.mintline.sgp23.SimulatedDevice}. Groups that the standard has twice, ...NIST and ...BRP, are one class whose cases run over
 * both curves, and over both bindings of ES9+: {@link org.mintline.sgp23.Way}.
 *
 * <p>Not here: the groups ...FRP, which the standard leaves for further study, and ES11, ES12 and ES15, which belong to the SM-DS.
 */
package org.mintline.sgp23;
