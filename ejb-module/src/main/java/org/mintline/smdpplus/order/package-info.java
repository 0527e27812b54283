/**
 * Download orders of operators: the functions of {@link org.mintline.smdpplus.Es2Plus}, what makes their calls idempotent, and the
 * MatchingIDs that guard an order. Start reading at {@code Es2PlusBean}.
 */
package org.mintline.smdpplus.order;
