/**
 * The load generator: many simulated devices against a running server, and what the server spent on them. It measures processes
 * from outside (CPU time, memory), in the same run as the limit that the cryptography sets.
 */
package org.mintline.device.bench;
