/**
 * The profile image: one file that holds the packets which install one profile, made while they arrive, signed by the factory
 * and encrypted to one device. The format is described in {@code docs/formats/profile-image.md}.
 *
 * <p>Streams only, and never more than one packet in memory. Whoever makes an image starts at {@link
 * org.mintline.rsp.image.ProfileImageWriter}. Whoever uses one starts at {@link org.mintline.rsp.image.VerifiedImage}: there
 * is no way to a packet that does not lead through the check of the signature. Where images are kept and how they reach a
 * device is no concern of this package.
 */
package org.mintline.rsp.image;
