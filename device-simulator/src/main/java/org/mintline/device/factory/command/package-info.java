/** {@code ./mintline station} and {@code ./mintline device factory}: options, files of keys and exit codes of the factory, and nothing else. */
package org.mintline.device.factory.command;
