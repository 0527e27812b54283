/**
 * What {@code /health/ready} on the management port says beyond the server's own checks: which database and which crypto
 * provider are in use. A check that needs a role's knowledge belongs to that role.
 */
package org.mintline.health;
