/**
 * ES8+, the functions that the SM-DP+ addresses to the eUICC inside a bound profile package (SGP.22 v2.5, clauses 2.5 and
 * 5.5), and the profile package on its way: unprotected, protected, bound.
 *
 * <p>Start reading at {@link org.mintline.rsp.es8plus.UnprotectedProfilePackage}; each of the three packages knows how it
 * becomes the next. What a profile consists of is known to {@code org.mintline.rsp.profilepackage}, how segments are
 * protected to {@link org.mintline.rsp.bsp}.
 */
package org.mintline.rsp.es8plus;
