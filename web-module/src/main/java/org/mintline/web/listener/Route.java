package org.mintline.web.listener;

import java.util.Optional;
import java.util.Set;
import org.mintline.configuration.ServerRole;

/**
 * A part of the path space: where it is answered and how much it takes in.
 *
 * @param path the path itself; the route also takes every path below it
 * @param listener the only listener on which it is answered
 * @param maximumBody the longest request body in bytes
 * @param contentSecurityPolicy what a browser may do with an answer
 * @param role the role of the server that it belongs to, if it belongs to one
 */
record Route(
        String path, Listener listener, long maximumBody, String contentSecurityPolicy, Optional<ServerRole> role) {
    Route(String path, Listener listener, long maximumBody, String contentSecurityPolicy) {
        this(path, listener, maximumBody, contentSecurityPolicy, Optional.empty());
    }

    Route(String path, Listener listener, long maximumBody, String contentSecurityPolicy, ServerRole role) {
        this(path, listener, maximumBody, contentSecurityPolicy, Optional.of(role));
    }

    /** Whether it is answered at all by a server of these roles. */
    boolean isServedBy(Set<ServerRole> roles) {
        return role.filter(one -> !roles.contains(one)).isEmpty();
    }

    /** Whether a path is this one or below it. */
    boolean takes(String candidate) {
        return candidate.startsWith(path)
                && (path.isEmpty() || candidate.length() == path.length() || candidate.charAt(path.length()) == '/');
    }
}
