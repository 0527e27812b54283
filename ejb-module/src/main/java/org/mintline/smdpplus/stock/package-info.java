/** How profile types and profiles come into being: checked, described, sealed, and written into the audit trail. */
package org.mintline.smdpplus.stock;
