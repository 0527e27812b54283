/**
 * The one door to keys: signing keys and certificates of the SM-DP+, and the key-encryption keys that seal what must not lie
 * in the database in the clear. Callers name a key by its role and never hold it.
 */
package org.mintline.keys;
