/**
 * What the application counts about itself, beside what WildFly counts: how often and how long the functions of a role ran, by
 * their outcome. It is read at {@code /metrics} of the management port. No value names a subscriber, a device or an operator.
 */
package org.mintline.metrics;
