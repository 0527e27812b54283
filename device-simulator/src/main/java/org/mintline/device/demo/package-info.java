/**
 * {@code ./mintline demo}: one profile on its way from the operator's order to the device, against a running server. Start reading at
 * {@link org.mintline.device.demo.Demo}, which is the story; the others are what it needs for it.
 */
package org.mintline.device.demo;
