/**
 * Phased, offline provisioning in a factory (OFF-3 to OFF-7; SGP.41). Two roles meet here, which usually run at two places:
 *
 * <ul>
 *   <li>the aggregator ({@link org.mintline.factory.Aggregation}) holds the packages of several operators' SM-DP+s, as they came, and gives
 *       them to the local provisioning server of the factory that makes the lot;
 *   <li>the local provisioning server ({@link org.mintline.factory.LocalProvisioning}) keeps them, and works while the line to the world is
 *       cut: it authenticates with an eUICC, hands out what is bound to it, and collects what the eUICC signs. None of both ever sees a
 *       profile in clear.
 * </ul>
 *
 * Who may call is registered ({@link org.mintline.factory.FactoryPartners}). What becomes of a package is said by {@link
 * org.mintline.factory.LocalProfileState} alone.
 */
package org.mintline.factory;
