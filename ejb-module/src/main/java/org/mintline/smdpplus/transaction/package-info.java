/**
 * Transactions as the functions of the SM-DP+ need them: begun by the function itself, so that a refusal is told after its
 * transaction ended, and run again when another transaction got in between.
 */
package org.mintline.smdpplus.transaction;
