/**
 * The operator console: one backing bean a page, page templates under {@code webapp/console}, texts in the bundle {@code
 * texts}. A bean only asks roles of the ejb-module and turns their answers into rows and messages; what a user may see is
 * decided there, by the {@link org.mintline.web.console.ConsoleUser}'s operator.
 */
package org.mintline.web.console;
