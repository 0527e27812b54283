/**
 * The reference Factory Profile Assistant (SGP.41): stands between the eUICCs of a factory and its local provisioning server, and
 * decides nothing. It has no memory: whatever stops it, it begins the eUICC again. Start reading at {@link
 * org.mintline.device.fpa.FactoryProfileAssistant}.
 */
package org.mintline.device.fpa;
