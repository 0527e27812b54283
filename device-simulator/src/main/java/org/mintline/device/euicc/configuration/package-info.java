/**
 * What a software eUICC is made with: identity, keys, certificates, capabilities, and the faults that a test wants from it. Nothing
 * here changes in the life of the card.
 */
package org.mintline.device.euicc.configuration;
