package org.mintline.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Who is at work: the user signed in at the console, or the server itself. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CurrentActor {
    private static final String NOBODY = "anonymous";

    @Resource
    private SessionContext context;

    /** {@code console:<user>} or {@code system}, as the actor of an audit line. */
    public String name() {
        String caller = context.getCallerPrincipal().getName();
        return NOBODY.equals(caller) ? "system" : "console:" + caller;
    }
}
