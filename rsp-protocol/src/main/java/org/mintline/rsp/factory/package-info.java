/**
 * Provisioning in a factory without a line to the SM-DP+ (SGP.41): the public halves of one-time keys that an eUICC left its maker
 * with, the functions of ES10f, and the binding of a package to such a key.
 *
 * <p>SGP.42, which will say how these look, is not published. The data objects here are a format of our own, version 1, described in
 * {@code docs/formats/preloaded-keys.md}; their names are those of SGP.41, their tags of the private class, so that they cannot be
 * taken for objects of SGP.22. What is loaded afterwards is the Bound Profile Package of SGP.22, unchanged. Start reading at {@link
 * org.mintline.rsp.factory.PreloadedKeys}.
 */
package org.mintline.rsp.factory;
