/**
 * What travels in bulk between the servers of a carrier and a factory (PSS-1 to PSS-6, PSS-12): a batch is announced, its profiles
 * follow as packets, one message a profile, and a manifest ends it. The other way come a receipt of the batch and reports of devices.
 *
 * <p>The data objects are a format of our own, version 1, described in {@code docs/formats/dedicated-line.md}; their tags are of the
 * private class. How they are carried is not said here. Start reading at {@link org.mintline.rsp.bulk.ProfilePackets}.
 */
package org.mintline.rsp.bulk;
