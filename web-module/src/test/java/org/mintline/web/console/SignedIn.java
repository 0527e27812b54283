package org.mintline.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.users.Role;
import org.mintline.users.User;
import org.mintline.users.Users;

/** Users of the console by what they may do; each is called as its role. */
final class SignedIn {
    private SignedIn() {}

    static ConsoleUser administrator() {
        return user(Role.ADMINISTRATOR, Optional.empty());
    }

    static ConsoleUser factoryStaff() {
        return user(Role.FACTORY, Optional.empty());
    }

    static ConsoleUser ofAnOperator() {
        return user(Role.OPERATOR, Optional.of(new OperatorId(1)));
    }

    private static ConsoleUser user(Role role, Optional<OperatorId> operator) {
        Principal name = role::title;
        return new ConsoleUser(
                only(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" -> name;
                    case "isUserInRole" -> arguments[0].equals(role.title());
                    default -> throw new UnsupportedOperationException(method.getName());
                }),
                only(
                        Users.class,
                        (self, method, arguments) ->
                                Optional.of(new User(role.title(), operator, Set.of(role), true, Instant.EPOCH))),
                only(OperatorDirectory.class, (self, method, arguments) -> Optional.empty()));
    }

    private static <T> T only(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
