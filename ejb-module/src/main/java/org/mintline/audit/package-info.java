/**
 * The audit trail: one line for each change of state and each refused attempt, written in the transaction of the change and
 * chained by keyed hashes, so that a removed or altered line shows.
 */
package org.mintline.audit;
