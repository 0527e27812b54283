/** What the SM-DP+ does by the clock: protect packages ahead of their orders, expire sessions, and purge what nobody needs. */
package org.mintline.smdpplus.housekeeping;
