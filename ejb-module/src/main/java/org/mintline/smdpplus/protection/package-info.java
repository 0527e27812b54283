/**
 * From a profile in stock to its Bound Profile Package (SGP.22 v2.5, clause 2.5): personalise, protect with random keys ahead of
 * time or when asked for, bind to one eUICC, and bind again on a retry. Start reading at {@code PackageBinding}.
 */
package org.mintline.smdpplus.protection;
