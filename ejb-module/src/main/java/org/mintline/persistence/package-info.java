/**
 * The schema of the database: it is brought up to date before anything else starts. The migrations lie in
 * {@code db/migration}, the persistence unit is {@code mintline} in {@code META-INF/persistence.xml}; entities and
 * repositories live with the roles that own them.
 */
package org.mintline.persistence;
