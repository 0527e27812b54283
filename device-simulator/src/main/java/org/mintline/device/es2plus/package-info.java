/**
 * The operator's side of ES2+ (SGP.22 v2.5, clause 5.3): a client that orders profiles, and a receiver of the calls that the SM-DP+
 * makes back. Both speak mutual TLS.
 */
package org.mintline.device.es2plus;
