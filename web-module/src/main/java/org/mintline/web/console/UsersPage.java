package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.users.Role;
import org.mintline.users.User;
import org.mintline.users.Users;

/** The users of the console: for the platform's administrators, whom the address of the page is kept for. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private Users users;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private String name;
    private Long operator;
    private Role role = Role.OPERATOR;
    private String password;
    private final Deque<String> starts = new ArrayDeque<>();
    private List<User> page;
    private boolean more;

    /** Makes a user. */
    public void create() {
        user.requireAdministrator();
        char[] secret = password.toCharArray();
        try {
            users.create(name, Optional.ofNullable(operator).map(OperatorId::new), Set.of(role), secret);
            Messages.done("users.created", name);
            name = null;
        } catch (IllegalArgumentException invalid) {
            Messages.refused("users.refused", invalid.getMessage());
        } finally {
            Arrays.fill(secret, '\0');
            password = null;
        }
        page = null;
    }

    /** Lets a user sign in again, or no more. */
    public void changeEnabled(User changed) {
        user.requireAdministrator();
        try {
            users.changeEnabled(changed.name(), !changed.enabled());
        } catch (IllegalArgumentException invalid) {
            Messages.refused("users.refused", invalid.getMessage());
        }
        page = null;
    }

    /** The users of this page, by name. */
    public List<User> getUsers() {
        if (page == null) {
            String after = starts.isEmpty() ? "" : starts.peek();
            List<User> found = users.list(Optional.empty(), after, PAGE + 1);
            more = found.size() > PAGE;
            page = more ? found.subList(0, PAGE) : found;
        }
        return page;
    }

    /** Shows the users behind these. */
    public void forward() {
        if (isMore()) {
            starts.push(page.get(page.size() - 1).name());
            page = null;
        }
    }

    /** Shows the users before these. */
    public void back() {
        starts.poll();
        page = null;
    }

    /** Whether there is a page behind this one. */
    public boolean isMore() {
        return !getUsers().isEmpty() && more;
    }

    /** Whether there is a page before this one. */
    public boolean isBefore() {
        return !starts.isEmpty();
    }

    /** The name of a user's operator, or none for the platform's own staff. */
    public Optional<String> operatorName(User shown) {
        return shown.operator().flatMap(operators::find).map(Operator::name);
    }

    /** The operators to choose from. */
    public List<Operator> getOperators() {
        return operators.list();
    }

    /** The roles to choose from. */
    public Role[] getRoles() {
        return Role.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getOperator() {
        return operator;
    }

    public void setOperator(Long operator) {
        this.operator = operator;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
