/** What the support server does by itself: completes batches, makes images, purges by rule. */
package org.mintline.support.housekeeping;
