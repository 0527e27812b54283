package org.mintline.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.line.LineKeyring;
import org.mintline.line.LineKeys;
import org.mintline.line.LineLogins;
import org.mintline.line.LineMonitor;
import org.mintline.line.LineMonitors;
import org.mintline.line.LineReception;
import org.mintline.line.OutgoingMessages;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.schedule.Backoff;
import org.mintline.schedule.RecurringJobs;

/** Reads what comes on lines, and has the sender of each line look twice a second for what waits, and connect anew if its line is down. */
@Startup
@Singleton
@DependsOn("ejb-module.jar#KeysAtStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinesAtStart {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String LOCAL_QUEUE = "line.local";
    private static final String INCOMING_QUEUE = "line.in";
    private static final int READERS = 4;

    @Inject
    private MintlineConfiguration configuration;

    @Inject
    private OutgoingMessages outgoing;

    @Inject
    private LineKeyring keyring;

    @Inject
    private LineReception reception;

    @Inject
    private LineLogins logins;

    @Inject
    private LineMonitors monitors;

    @Inject
    private MeterRegistry registry;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory localConnections;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ManagedThreadFactory threads;

    private final List<LineSender> senders = new ArrayList<>();
    private final List<LineReader> readers = new ArrayList<>();
    private RecurringJobs jobs;

    @PostConstruct
    void start() {
        jobs = new RecurringJobs(scheduler);
        configuration.lines().names().forEach(this::start);
        read(LOCAL_QUEUE, (message, incoming) -> incoming.line().equals(MintlineConfiguration.Lines.LOCAL));
        read(INCOMING_QUEUE, new LineMacs(keyring));
    }

    private void read(String queue, LineReader.Authenticity authenticity) {
        for (int i = 0; i < READERS; i++) {
            LineReader reader = new LineReader(queue, authenticity, reception, localConnections);
            readers.add(reader);
            threads.newThread(reader).start();
        }
    }

    private void start(String line) {
        LineMonitor monitor = monitors.of(line);
        outgoing.open(line);
        LineSender sender = new LineSender(
                line,
                outgoing,
                opener(line, monitor),
                monitor,
                reason -> logins.refuse(line, reason),
                new Backoff(FIRST_WAIT, LONGEST_WAIT, new SecureRandom()),
                clock);
        senders.add(sender);
        jobs.start("line " + line, PAUSE, sender);
        registry.gauge("mintline.line.up", Tags.of("line", line), monitor, LineMonitor::up);
        registry.gauge("mintline.line.received", Tags.of("line", line), monitor, LineMonitor::received);
        registry.gauge("mintline.line.refused", Tags.of("line", line), monitor, LineMonitor::refused);
    }

    private LineSender.Opener opener(String line, LineMonitor monitor) {
        Optional<LineKeys> keys = keyring.of(line);
        if (keys.isEmpty()) {
            return () -> new LineLink(localConnections.createConnection(), LOCAL_QUEUE, line, keys);
        }
        return new RemoteLine(
                line,
                keys.get(),
                connections(line),
                monitor,
                Cryptography.system().randomness());
    }

    /** By JNDI, since the lookup of an EJB's context knows no names of the server; that of a line is the configuration's. */
    @SuppressWarnings("BanJNDI")
    private static ConnectionFactory connections(String line) {
        try {
            return InitialContext.doLookup("java:/jms/line/" + line);
        } catch (NamingException e) {
            throw new IllegalStateException("the server is not configured for line " + line, e);
        }
    }

    @PreDestroy
    void stop() {
        jobs.close();
        senders.forEach(LineSender::close);
        readers.forEach(LineReader::close);
    }
}
