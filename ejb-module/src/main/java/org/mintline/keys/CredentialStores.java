package org.mintline.keys;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.ServiceRegistry;
import org.mintline.configuration.SecretReference;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStoreException;
import org.wildfly.security.password.interfaces.ClearPassword;

/**
 * The credential stores of WildFly's Elytron subsystem. The server offers them to deployments as services only, so that this
 * class is told of the service registry when the deployment is activated ({@code META-INF/services}).
 */
public final class CredentialStores implements ServiceActivator {
    private static final ServiceName CAPABILITY = ServiceName.parse("org.wildfly.security.credential-store");
    private static final long PATIENCE_SECONDS = 30;
    private static final AtomicReference<ServiceRegistry> REGISTRY = new AtomicReference<>();

    @Override
    public void activate(ServiceActivatorContext context) {
        REGISTRY.set(context.getServiceRegistry());
    }

    static char[] read(SecretReference.CredentialStore reference) {
        try {
            PasswordCredential credential = store(reference).retrieve(reference.alias(), PasswordCredential.class);
            ClearPassword password = credential == null ? null : credential.getPassword(ClearPassword.class);
            if (password == null) {
                throw new SecretMissingException(reference, "the store has no password of that alias", null);
            }
            return password.getPassword();
        } catch (CredentialStoreException e) {
            throw new SecretMissingException(reference, "the store cannot be read", e);
        }
    }

    private static CredentialStore store(SecretReference.CredentialStore reference) {
        ServiceRegistry registry = REGISTRY.get();
        ServiceController<?> service =
                registry == null ? null : registry.getService(CAPABILITY.append(reference.store()));
        if (service == null) {
            throw new SecretMissingException(reference, "the server has no such credential store", null);
        }
        try {
            return (CredentialStore) service.awaitValue(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new SecretMissingException(reference, "the credential store did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretMissingException(reference, "interrupted", e);
        }
    }
}
