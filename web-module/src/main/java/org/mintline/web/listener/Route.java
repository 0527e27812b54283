package org.mintline.web.listener;

/**
 * A part of the path space: where it is answered and how much it takes in.
 *
 * @param path the path itself; the route also takes every path below it
 * @param listener the only listener on which it is answered
 * @param maximumBody the longest request body in bytes
 * @param contentSecurityPolicy what a browser may do with an answer
 */
record Route(String path, Listener listener, long maximumBody, String contentSecurityPolicy) {
    /** Whether a path is this one or below it. */
    boolean takes(String candidate) {
        return candidate.startsWith(path)
                && (path.isEmpty() || candidate.length() == path.length() || candidate.charAt(path.length()) == '/');
    }
}
