/**
 * The people who sign in at the console: accounts, roles and passwords. Start reading at {@link org.mintline.users.Users}. Signing in
 * itself is the server's: Elytron checks passwords by the queries that {@link org.mintline.users.ConsoleUserEntity} documents.
 */
package org.mintline.users;
