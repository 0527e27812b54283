/** How much of a list is read at once. Start reading at {@link org.mintline.paging.PageLimit}. */
package org.mintline.paging;
