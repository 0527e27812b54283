/**
 * Batches as they come in: announced, followed by their profiles, ended by a manifest, perhaps cancelled; messages come twice and
 * overtake one another. Start reading at {@link org.mintline.support.batch.BatchReceiver}.
 */
package org.mintline.support.batch;
