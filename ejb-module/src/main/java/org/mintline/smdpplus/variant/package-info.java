/**
 * Which variant of a profile type goes out to a device. {@code VariantTable} decides, a pure function of what device and eUICC tell;
 * the tables are rows of the operator. Start reading at {@code ProfileChoice}.
 */
package org.mintline.smdpplus.variant;
