/**
 * The rows of profiles that came in batches, and their packets. Packets are kept as they came: they are a Bound Profile Package, which
 * one eUICC alone can open (docs/decisions/0110). Start reading at {@link org.mintline.support.packets.PacketStoreBean}.
 */
package org.mintline.support.packets;
