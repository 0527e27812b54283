/** Operators as tenants: who they are and which client certificate names whom. Every other room keys its rows by them. */
package org.mintline.tenancy;
