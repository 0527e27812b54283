/**
 * The whole product under test: a WildFly configured and started by {@code ./mintline}, on H2 and on PostgreSQL. A test says
 * {@code @ExtendWith(ServerExtension.class)} and takes a {@link org.mintline.server.RunningServer} as a parameter.
 */
package org.mintline.server;
