/** What the console sees of profiles: lists by pages, the story of one profile, and figures. Changes nothing. */
package org.mintline.smdpplus.catalogue;
