/**
 * Compiles a profile template, a YAML text that a SIM engineer writes and reads, into a profile package.
 *
 * <p>The template names profile elements and components as the standard does; the schema tells how each is written, so
 * that no element needs code of its own. The notation is described in {@code docs/formats/profile-template.md}.
 */
package org.mintline.rsp.profilepackage.template;
