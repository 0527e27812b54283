/**
 * The outbox: calls to others that are written in the transaction of the change they tell of, and delivered afterwards,
 * in order per profile, again and again until taken or given up.
 */
package org.mintline.notification;
