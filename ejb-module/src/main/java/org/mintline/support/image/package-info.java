/**
 * The images of profiles, each for one device: made in the transaction that stores the packets, or as soon as the device is known (PSS-5).
 * Start reading at {@link org.mintline.support.image.ImageMaking}.
 */
package org.mintline.support.image;
