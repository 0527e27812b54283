package org.mintline.web.rest.administration;

import java.lang.reflect.Proxy;

/** Roles that a test does without: each call of them fails it. */
final class NotAsked {
    private NotAsked() {}

    static <T> T role(Class<T> role) {
        return role.cast(
                Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, method, arguments) -> {
                    throw new IllegalStateException("nobody should ask " + method);
                }));
    }
}
