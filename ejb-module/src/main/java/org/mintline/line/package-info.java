/**
 * The two doors of a dedicated line between servers (PSS-3, PSS-4): what a role hands over to be sent, and what it is given that came
 * in. The line itself is the matter of {@code jms-module}. Start reading at {@link org.mintline.line.LineOutbox}.
 */
package org.mintline.line;
