/**
 * The bytes of remote SIM provisioning: plain Java without Jakarta and without input or output, shared by the server and
 * by the device simulator. Each package below holds one concern of the standards; start at
 * {@link org.mintline.rsp.tlv.Tlv}.
 */
package org.mintline.rsp;
