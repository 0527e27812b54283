/**
 * Puts a subscriber's data into a profile package.
 *
 * <p>{@link org.mintline.rsp.profilepackage.personalisation.Personalisation} changes the tree of one package and can do
 * all there is to do; {@link org.mintline.rsp.profilepackage.personalisation.PersonalisationPlan} finds the places of a
 * template once and then copies and patches bytes, for batches. Both end with the same bytes.
 */
package org.mintline.rsp.profilepackage.personalisation;
