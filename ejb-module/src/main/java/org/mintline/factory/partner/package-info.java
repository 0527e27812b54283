/** Who may call the roles of a factory: the register of client certificates, over the database. */
package org.mintline.factory.partner;
