/** Queues and message-driven beans: what leaves or enters the server by JMS. Roles live in the ejb-module. */
package org.mintline.messaging;
