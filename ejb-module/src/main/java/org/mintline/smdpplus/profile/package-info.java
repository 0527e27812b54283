/**
 * Profiles and their types in the stock of the SM-DP+: the life cycle ({@link org.mintline.smdpplus.profile.ProfileState}),
 * the download order that a profile carries, and their rows. Start reading at {@code ProfileState}.
 */
package org.mintline.smdpplus.profile;
