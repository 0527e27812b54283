/**
 * Secure Channel Protocol 03 with AES-128 (GlobalPlatform Card Specification, Amendment D v1.2): two ends that share a key set prove it
 * to one another with fresh challenges, and MAC what follows. The host is {@link org.mintline.rsp.scp03.Scp03Host}, the other end
 * {@link org.mintline.rsp.scp03.Scp03Card}; neither knows how the commands travel.
 */
package org.mintline.rsp.scp03;
