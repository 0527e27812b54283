/**
 * The devices of a factory, the master key sets that theirs are diversified from, and their stories. Start reading at {@link
 * org.mintline.support.device.FactoryDevicesBean}.
 */
package org.mintline.support.device;
