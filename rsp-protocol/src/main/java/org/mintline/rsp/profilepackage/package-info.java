/**
 * Profile packages in the interoperable format of the Trusted Connectivity Alliance: decode, show, compare, check,
 * personalise and compile them.
 *
 * <p>Start with {@link org.mintline.rsp.profilepackage.ProfilePackage}. The parts: {@code schema} describes the profile
 * elements as data, {@code value} how people write values, {@code check} holds the rules, {@code personalisation} puts
 * a subscriber's data in, one package at a time or in bulk, {@code template} compiles a readable template.
 */
package org.mintline.rsp.profilepackage;
