/**
 * The support server as a station sees it (PSS-7, PSS-12): settings, key sets and images come from it, reports go to it, and wait here
 * while it is away. Start reading at {@link org.mintline.device.factory.server.ServerDesk}.
 */
package org.mintline.device.factory.server;
