package org.mintline.notification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.keys.Secrets;
import org.mintline.schedule.Backoff;
import org.mintline.schedule.RecurringJobs;

/** Looks each second for calls that are due, and each hour for delivered ones that may be forgotten. */
@Startup
@Singleton
@DependsOn("KeysAtStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Delivery {
    static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

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

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        MintlineConfiguration.Notification notification = configuration.notification();
        Deliverer deliverer = new Deliverer(
                claims,
                new HttpsOperatorCalls(
                        TlsContext.of(
                                new TlsContext.Stores(
                                        notification.keyStore(), notification.trustStore(), notification.passphrase()),
                                secrets),
                        notification.timeout(),
                        executor),
                new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SecureRandom()),
                executor,
                notification.concurrency(),
                notification.concurrencyPerOperator(),
                notification.timeout());
        jobs = new RecurringJobs(scheduler);
        jobs.start("delivery of calls to operators", Duration.ofSeconds(1), deliverer::deliverDue);
        jobs.start("forgetting of finished calls", Duration.ofHours(1), this::forget);
    }

    @PreDestroy
    void stop() {
        jobs.close();
    }

    private void forget() {
        MintlineConfiguration.Notification notification = configuration.notification();
        claims.forgetDelivered(clock.instant().minus(notification.keepFor()));
        claims.forgetGivenUp(clock.instant().minus(notification.keepGivenUpFor()));
    }
}
