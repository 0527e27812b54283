package org.mintline.notification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.keys.Secrets;

/** Looks each second for calls that are due, and each hour for delivered ones that may be forgotten. */
@Startup
@Singleton
@DependsOn("KeysAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Delivery {
    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private Secrets secrets;

    @Inject
    private Claims claims;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private Deliverer deliverer;

    @PostConstruct
    void prepare() {
        MintlineConfiguration.Notification notification = configuration.notification();
        deliverer = new Deliverer(
                claims,
                new HttpsOperatorCalls(TlsContext.of(notification, secrets), notification.timeout(), executor),
                new Backoff(new SecureRandom()),
                executor,
                notification.concurrency(),
                notification.concurrencyPerOperator(),
                notification.timeout());
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void deliver() {
        deliverer.deliverDue();
    }

    @Schedule(hour = "*", minute = "17", second = "0", persistent = false)
    void forget() {
        claims.forgetDelivered(
                clock.instant().minus(configuration.notification().keepFor()));
    }
}
