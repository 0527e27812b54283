/**
 * Dedicated lines (PSS-3, PSS-4) on the broker inside WildFly: what leaves and enters the server by JMS. What waits and what could not
 * be taken in is the matter of {@code org.mintline.line}, roles live in the ejb-module. Start reading at {@link
 * org.mintline.messaging.LinesAtStart}.
 */
package org.mintline.messaging;
