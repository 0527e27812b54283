package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.users.User;
import org.mintline.users.Users;

/**
 * Who is signed in: read anew for each request, so that a user who was disabled or moved to another operator sees nothing from the
 * next click on.
 */
@Named
@RequestScoped
public class ConsoleUser {
    private HttpServletRequest request;
    private Users users;
    private OperatorDirectory operators;
    private User user;

    /** For the container's proxy. */
    protected ConsoleUser() {}

    /**
     * @param request the request at work
     * @param users the accounts
     * @param operators the tenants
     */
    @Inject
    public ConsoleUser(HttpServletRequest request, Users users, OperatorDirectory operators) {
        this.request = request;
        this.users = users;
        this.operators = operators;
    }

    /** The name by which the user signed in. */
    public String getName() {
        return request.getUserPrincipal().getName();
    }

    /** The name by which changes of the user's are recorded. */
    public String getActor() {
        return "console:" + getName();
    }

    /** The operator whose user it is; empty for the platform's and the factory's own staff. */
    public Optional<OperatorId> operator() {
        return account().operator();
    }

    /** The operator's name, or none for the platform's own staff. */
    public Optional<String> operatorName() {
        return operator().flatMap(operators::find).map(Operator::name);
    }

    /** Whether the user belongs to no operator but to the platform or its factory, and sees all operators. */
    public boolean isPlatform() {
        return operator().isEmpty();
    }

    /** Whether the user may see what operators order and have in stock, of all or of one. */
    public boolean isAllowedToSeeStock() {
        return isAllowedToChange() || request.isUserInRole("auditor");
    }

    /** Whether the user may change something in the factory. */
    public boolean isAllowedInFactory() {
        return isAdministrator() || request.isUserInRole("factory");
    }

    /** @throws NotAllowedException unless the user may change something in the factory */
    public void requireFactory() {
        if (!isAllowedInFactory()) {
            throw new NotAllowedException(getName());
        }
    }

    /** @throws NotAllowedException unless the user is of the platform's or the factory's own staff */
    public void requirePlatform() {
        if (!isPlatform()) {
            throw new NotAllowedException(getName());
        }
    }

    /** Whether the user may order, release, cancel and import. */
    public boolean isAllowedToChange() {
        return request.isUserInRole("administrator") || request.isUserInRole("operator");
    }

    /** @throws NotAllowedException unless the user may order, release, cancel and import */
    public void requireChange() {
        if (!isAllowedToChange()) {
            throw new NotAllowedException(getName());
        }
    }

    /** Whether the user may do what concerns the server itself. */
    public boolean isAdministrator() {
        return request.isUserInRole("administrator");
    }

    /** @throws NotAllowedException unless the user may do what concerns the server itself */
    public void requireAdministrator() {
        if (!isAdministrator()) {
            throw new NotAllowedException(getName());
        }
    }

    /** Ends the session; the sign-in page is next. */
    public void signOut() throws IOException, ServletException {
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        request.logout();
        context.invalidateSession();
        context.redirect(context.getRequestContextPath() + "/console/dashboard.xhtml");
    }

    private User account() {
        if (user == null) {
            user = users.find(getName()).filter(User::enabled).orElseThrow(() -> new NotAllowedException(getName()));
        }
        return user;
    }
}
