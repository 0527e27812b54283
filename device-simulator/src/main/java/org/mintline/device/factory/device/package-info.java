/**
 * The reference device: authenticates the station, keeps an image in a security area that is encrypted at rest, and installs it on its
 * eUICC when it boots. Whenever the power is cut, it goes on or starts over; {@link org.mintline.device.factory.device.FactoryDevice} is
 * the front. What it needs of the world comes in: storage, the eUICC's APDUs, random numbers.
 */
package org.mintline.device.factory.device;
