/**
 * Phased, offline provisioning through the wire (OFF-1 to OFF-7): a central server that generates and aggregates, a local provisioning server in a
 * factory, an assistant with software eUICCs, and operators that are called back.
 */
package org.mintline.phased;
