/**
 * Cases of SGP.23 against the whole product, through the wire: a class a group, a method a case, named as there. What the test
 * tool of SGP.23 is (operator, device) stands in {@link org.mintline.sgp23.SimulatedOperator}.
 */
package org.mintline.sgp23;
