/**
 * Whether a profile fits an eUICC and its device (SGP.22 v2.5, annex F): pure functions of what the eUICC tells and what the
 * profile needs.
 */
package org.mintline.smdpplus.eligibility;
