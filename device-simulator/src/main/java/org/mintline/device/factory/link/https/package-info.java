/**
 * The factory link over HTTPS, where there is no wire: the device is the client. It brings the answer to the last command with each POST,
 * and takes the next command away. Start reading at {@link org.mintline.device.factory.link.https.LinkSession}.
 */
package org.mintline.device.factory.link.https;
