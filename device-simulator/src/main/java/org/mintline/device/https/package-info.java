/**
 * HTTPS as the device and the operator's side need it: POST of one body, another address to connect to than the one that is meant, and
 * trust in servers by the rules of RSP. What is said over it lives with the interfaces that use it.
 */
package org.mintline.device.https;
