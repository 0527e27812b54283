/** The other side of the server: software eUICC, LPA, load generator and the command line for all of it. */
package org.mintline.device;
