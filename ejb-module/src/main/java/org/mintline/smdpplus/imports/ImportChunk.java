package org.mintline.smdpplus.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.lines.BoundedLines;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.stock.NewProfiles;

/** What happens to a chunk of lines within one transaction: good ones become profiles, bad ones are written down. */
@ApplicationScoped
public class ImportChunk {
    private static final String ACTOR = "system:import";

    private ImportRepository imports;
    private KnownProfileTypes types;
    private NewProfiles newProfiles;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected ImportChunk() {}

    /** Of the given parts. */
    @Inject
    public ImportChunk(
            ImportRepository imports, KnownProfileTypes types, NewProfiles newProfiles, AuditTrail audit, Clock clock) {
        this.imports = imports;
        this.types = types;
        this.newProfiles = newProfiles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Works a chunk off.
     *
     * @param reader reads a line
     * @param before the lines that are done before it
     * @param position how many bytes are done with it
     * @return false if another node has gone on with the file
     */
    boolean add(long importId, LineReader reader, List<BoundedLines.Line> lines, long before, long position) {
        ProfileImport profileImport = imports.find(importId).orElseThrow();
        if (profileImport.linesDone() != before) {
            return false;
        }
        ProfileType type = types.find(profileImport.profileTypeId());
        Map<Long, String> refused = new TreeMap<>();
        Map<Long, ImportLine> read = new LinkedHashMap<>();
        for (BoundedLines.Line line : lines) {
            if (line.text().filter(String::isBlank).isEmpty()) {
                orRefuse(line.number(), refused, () -> read.put(line.number(), reader.read(line)));
            }
        }
        Set<String> taken = new HashSet<>(imports.findInStock(
                read.values().stream().map(line -> line.iccid().digits()).toList()));
        List<NewProfiles.Tried> accepted = new ArrayList<>();
        read.forEach((number, line) -> orRefuse(number, refused, () -> accepted.add(tried(type, line, taken))));
        newProfiles.add(type, accepted);
        imports.addErrors(importId, refused);
        profileImport.advance(
                lines.get(lines.size() - 1).number(),
                position,
                accepted.size(),
                refused.size(),
                clock.instant().plus(ImportRun.LEASE));
        record(profileImport, "importChunk", accepted.size() + " profiles, " + refused.size() + " bad lines");
        return true;
    }

    private static void orRefuse(long number, Map<Long, String> refused, Runnable work) {
        try {
            work.run();
        } catch (BadLineException e) {
            refused.put(number, e.getMessage());
        }
    }

    private NewProfiles.Tried tried(ProfileType type, ImportLine line, Set<String> taken) {
        if (!taken.add(line.iccid().digits())) {
            throw new BadLineException("the ICCID is in stock already, or stands in the file twice");
        }
        try {
            return newProfiles.tried(type, line.iccid(), line.values());
        } catch (PersonalisationException e) {
            throw new BadLineException(e.getMessage());
        }
    }

    /** All lines are done. */
    void finish(long importId) {
        ProfileImport done = imports.find(importId).orElseThrow();
        done.finish(clock.instant());
        imports.deleteParts(importId);
        record(done, "importFinished", done.accepted() + " profiles, " + done.rejected() + " bad lines");
    }

    /** The file as a whole is refused. */
    void refuse(long importId, String reason) {
        ProfileImport refused = imports.find(importId).orElseThrow();
        refused.refuse(reason, clock.instant());
        imports.deleteParts(importId);
        record(refused, "importRefused", reason);
    }

    private void record(ProfileImport profileImport, String action, String detail) {
        audit.record(new AuditEvent(
                Optional.of(profileImport.operator()), ACTOR, action, "import:" + profileImport.id(), "done", detail));
    }
}
