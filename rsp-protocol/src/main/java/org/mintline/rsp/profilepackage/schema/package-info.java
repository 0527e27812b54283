/**
 * The profile elements of a profile package, described as data, and the generic codec over that description.
 *
 * <p>{@code profile-elements.schema} holds the ASN.1 of the interoperable format in a notation of our own, {@code
 * file-structure.templates} the files that a templateID stands for. There is no class per profile element or file: a
 * decoded element is a tree of named {@link org.mintline.rsp.profilepackage.schema.Node}s.
 */
package org.mintline.rsp.profilepackage.schema;
