/**
 * The files that a profile package makes, with their places, sizes and contents, whether a profile element's template
 * or a PE-GenericFileManagement makes them.
 */
package org.mintline.rsp.profilepackage.file;
