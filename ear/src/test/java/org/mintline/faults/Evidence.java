package org.mintline.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.server.Administration;
import org.mintline.server.RunningServer;

/** What an outsider can see of the server's state: profiles, audit trail and log. */
final class Evidence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NEWEST = 1000;

    private final Administration administration;
    private final AuditTrail audit;
    private final Path log;
    private final String profileType;
    private final int logBefore;
    private final Set<Long> auditBefore;

    /** Begins now. */
    Evidence(RunningServer server, String profileType)
            throws IOException, GeneralSecurityException, InterruptedException {
        administration = new Administration(server);
        audit = new AuditTrail(server);
        log = server.home().resolve("server/log/server.log");
        this.profileType = profileType;
        logBefore = logLines().size();
        auditBefore = audit.newest(NEWEST).stream().map(AuditTrail.Line::number).collect(Collectors.toSet());
    }

    /** Every profile of the type, with its state and the time of its last change. */
    String profiles() throws IOException, InterruptedException {
        return administration
                .get("profiles?limit=500&profileType=" + profileType)
                .body();
    }

    /** The outcomes in the audit trail since the beginning. */
    Set<String> auditOutcomes() throws IOException, InterruptedException {
        return audit.newest(NEWEST).stream()
                .filter(line -> !auditBefore.contains(line.number()))
                .map(AuditTrail.Line::outcome)
                .collect(Collectors.toSet());
    }

    /** Whether the chain of the audit trail holds. */
    boolean isAuditIntact() throws IOException, InterruptedException {
        return audit.verification().path("intact").asBoolean();
    }

    /** The lines of the log since the beginning that tell of an error, or have a stack trace. */
    List<String> complaints() throws IOException {
        List<String> lines = logLines();
        return lines.subList(Math.min(logBefore, lines.size()), lines.size()).stream()
                .filter(Evidence::isComplaint)
                .toList();
    }

    private static boolean isComplaint(String line) {
        try {
            Map<?, ?> entry = JSON.readValue(line, Map.class);
            return Set.of("ERROR", "FATAL").contains(entry.get("level")) || entry.containsKey("stackTrace");
        } catch (IOException e) {
            return true;
        }
    }

    private List<String> logLines() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
    }
}
