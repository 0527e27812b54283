/**
 * How values of a profile are written in the bytes of the standards, and how people write and read them: digits, texts,
 * the contents of the files that carry a subscription. Pure functions; no file system, no packages.
 */
package org.mintline.rsp.profilepackage.value;
