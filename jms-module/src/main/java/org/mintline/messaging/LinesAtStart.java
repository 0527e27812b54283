package org.mintline.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.line.OutgoingMessages;
import org.mintline.schedule.RecurringJobs;

/** Has the sender of each line look twice a second for what waits. */
@Startup
@Singleton
@DependsOn("ejb-module.jar#KeysAtStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinesAtStart {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private OutgoingMessages outgoing;

    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory localConnections;

    @Resource(lookup = "java:/jms/queue/line.local")
    private Queue localQueue;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final List<LineSender> senders = new ArrayList<>();
    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(scheduler);
        String local = MintlineConfiguration.Lines.LOCAL;
        start(
                new LineSender(
                        local, outgoing, () -> new LineLink(localConnections.createConnection(), localQueue, local)),
                local);
    }

    private void start(LineSender sender, String line) {
        outgoing.open(line);
        senders.add(sender);
        jobs.start("line " + line, PAUSE, sender);
    }

    @PreDestroy
    void stop() {
        jobs.close();
        senders.forEach(LineSender::close);
    }
}
