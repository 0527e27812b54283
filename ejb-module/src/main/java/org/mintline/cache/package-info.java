/** What was read once and is kept in memory, within bounds. Start reading at {@link org.mintline.cache.RecentlyUsed}. */
package org.mintline.cache;
