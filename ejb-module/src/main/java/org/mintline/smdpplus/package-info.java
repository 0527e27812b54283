/**
 * The SM-DP+ (SGP.22 v2.5): profiles, download orders and RSP sessions, behind {@link org.mintline.smdpplus.Es2Plus} for
 * operators and {@link org.mintline.smdpplus.Es9Plus} for devices. Start reading at those two; the life cycles stand in
 * {@code ProfileState} and {@code SessionState}.
 */
package org.mintline.smdpplus;
