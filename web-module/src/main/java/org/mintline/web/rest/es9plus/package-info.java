/**
 * The two bindings of ES9+ (SGP.22 v2.5, clauses 5.6, 6.5.2 and 6.6): JSON with a path for each function, and ASN.1 with one
 * path for all. Both call {@link org.mintline.smdpplus.Es9Plus}. Start reading at {@link
 * org.mintline.web.rest.es9plus.Es9PlusResource}.
 */
package org.mintline.web.rest.es9plus;
