/**
 * RSP sessions between the SM-DP+ and an eUICC: the life cycle ({@link org.mintline.smdpplus.session.SessionState}), the checks
 * of each step of ES9+, and the rows that let any node take any step.
 */
package org.mintline.smdpplus.session;
