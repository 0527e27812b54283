/**
 * Batches: many profiles ordered at once, bound to preloaded keys of a lot and sent on a line (PSS-1, PSS-2, PSS-12, OFF-2). Start reading at
 * {@link org.mintline.smdpplus.batch.BatchState} and {@link org.mintline.smdpplus.batch.BatchChunk}.
 */
package org.mintline.smdpplus.batch;
