/**
 * Queues and message-driven beans: what leaves or enters the server by JMS. Empty until bulk provisioning (PSS-4) comes. Roles live
 * in the ejb-module.
 */
package org.mintline.messaging;
