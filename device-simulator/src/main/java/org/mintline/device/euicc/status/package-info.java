/** Status words and the one exception that a command of the card ends with; every other package of the card may use it. */
package org.mintline.device.euicc.status;
