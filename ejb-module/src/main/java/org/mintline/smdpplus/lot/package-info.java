/**
 * Lots of eUICCs with their preloaded one-time keys (OFF-1, OFF-2): taken in, verified, claimed by profiles, and their end. Start
 * reading at {@link org.mintline.smdpplus.lot.KeyState}.
 */
package org.mintline.smdpplus.lot;
