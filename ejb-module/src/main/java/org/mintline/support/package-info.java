/**
 * The provisioning support server (PSS-5 to PSS-13): takes batches in from dedicated lines, keeps their profiles as packets, makes an
 * image for each device of a factory, and serves the stations that hand them over. The life cycle of a profile here stands in {@link
 * org.mintline.support.DeliveryState}. It knows nothing of how profiles are made. Start reading at {@link
 * org.mintline.support.PacketStore} for what comes in and {@link org.mintline.support.StationService} for what goes out.
 */
package org.mintline.support;
