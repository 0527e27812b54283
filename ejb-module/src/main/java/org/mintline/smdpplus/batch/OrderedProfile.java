package org.mintline.smdpplus.batch;

import java.util.Optional;

/**
 * One of the profiles that a batch orders.
 *
 * @param line which one, from 1
 * @param iccid of the profile, if the order names it
 * @param eid of its eUICC, if the order names it
 */
record OrderedProfile(int line, Optional<String> iccid, Optional<String> eid) {}
