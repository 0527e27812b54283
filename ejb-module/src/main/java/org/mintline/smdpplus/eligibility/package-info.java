/**
 * Whether a profile fits an eUICC and its device (SGP.22 v2.5, annex F): what the profile needs ({@code Eligibility}) and what its
 * operator rules ({@code RuleTable}), both pure functions of what eUICC and device tell; and the tables of these rules.
 */
package org.mintline.smdpplus.eligibility;
