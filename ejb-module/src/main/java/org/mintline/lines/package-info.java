/** Text files from outside, line by line, however long they are. Start reading at {@link org.mintline.lines.BoundedLines}. */
package org.mintline.lines;
