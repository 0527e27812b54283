/**
 * The JSON binding of ES2+ (SGP.22 v2.5, clauses 5.3 and 6.5.2): bodies and who calls. The functions are those of {@link
 * org.mintline.smdpplus.Es2Plus}. Start reading at {@link org.mintline.web.rest.es2plus.Es2PlusResource}.
 */
package org.mintline.web.rest.es2plus;
