/**
 * The aggregator (OFF-3): gives the packages in {@link org.mintline.support.PacketStore} to the local provisioning servers that may have them,
 * and carries what they report back on the lines that the batches came on.
 */
package org.mintline.factory.aggregation;
