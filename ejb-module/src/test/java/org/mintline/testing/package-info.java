/**
 * What tests of several rooms share. Start at {@link org.mintline.testing.OnEveryDatabase}: a test written once runs on H2
 * and on PostgreSQL.
 */
package org.mintline.testing;
