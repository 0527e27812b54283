/**
 * {@code ./mintline demo factory}: profiles on their way from a carrier's server over a dedicated line to the support server of a factory,
 * and with that line cut to devices. Start reading at {@link org.mintline.device.demo.factory.FactoryDemo}, which is the story; the
 * others are what it needs for it.
 */
package org.mintline.device.demo.factory;
