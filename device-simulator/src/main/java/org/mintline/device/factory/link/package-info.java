/**
 * The wire between a station and a device: bytes, frames, one request at a time with its answer. Knows nothing of what is asked.
 * The description is {@code docs/formats/factory-link.md}; start reading at {@link org.mintline.device.factory.link.Frame}.
 */
package org.mintline.device.factory.link;
