/**
 * The configuration of the server: read once from {@code mintline.*} system properties or the environment, typed and checked
 * at start. Inject {@link org.mintline.configuration.MintlineConfiguration}; each setting is declared once, in
 * {@link org.mintline.configuration.Setting}, from which {@code docs/configuration.md} is written.
 */
package org.mintline.configuration;
