/** The operator console in a real browser; screenshots of its pages are kept in {@code target/screenshots}. */
package org.mintline.console;
