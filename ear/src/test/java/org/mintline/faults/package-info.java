/**
 * What the server does when something breaks: killed at any step of a download, and fed with what no honest device or operator
 * sends.
 */
package org.mintline.faults;
