/**
 * The rules that a profile package has to keep so that an eUICC installs it, and the check that holds a package against
 * all of them. A group of rules is a class; a rule has a name, and each breach is a {@link
 * org.mintline.rsp.profilepackage.check.Finding} with its place.
 */
package org.mintline.rsp.profilepackage.check;
