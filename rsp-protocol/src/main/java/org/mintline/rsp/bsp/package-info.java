/**
 * BSP, the protection of bound profile packages between SM-DP+ and eUICC (SGP.22 v2.5, clauses 2.5 and 2.6.4; SCP03t in
 * earlier versions): key derivation, and segments that are encrypted and MACed, or MACed only.
 *
 * <p>Knows segments and counters, not what they carry: that is {@link org.mintline.rsp.es8plus}.
 */
package org.mintline.rsp.bsp;
