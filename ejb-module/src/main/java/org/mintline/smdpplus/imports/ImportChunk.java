package org.mintline.smdpplus.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
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
        Map<BoundedLines.Line, ImportLine> read = new LinkedHashMap<>();
        int rejected = 0;
        for (BoundedLines.Line line : lines) {
            try {
                if (line.text().filter(String::isBlank).isEmpty()) {
                    read.put(line, reader.read(line));
                }
            } catch (BadLineException e) {
                rejected += reject(importId, line, e.getMessage());
            }
        }
        Set<String> taken = new HashSet<>(imports.findInStock(
                read.values().stream().map(line -> line.iccid().digits()).toList()));
        int accepted = 0;
        for (Map.Entry<BoundedLines.Line, ImportLine> entry : read.entrySet()) {
            try {
                add(type, entry.getValue(), taken);
                accepted++;
            } catch (BadLineException e) {
                rejected += reject(importId, entry.getKey(), e.getMessage());
            }
        }
        profileImport.advance(
                lines.get(lines.size() - 1).number(),
                position,
                accepted,
                rejected,
                clock.instant().plus(ImportRun.LEASE));
        record(profileImport, "importChunk", accepted + " profiles, " + rejected + " bad lines");
        return true;
    }

    private void add(ProfileType type, ImportLine line, Set<String> taken) {
        if (!taken.add(line.iccid().digits())) {
            throw new BadLineException("the ICCID is in stock already, or stands in the file twice");
        }
        try {
            newProfiles.add(type, line.iccid(), line.values());
        } catch (PersonalisationException e) {
            throw new BadLineException(e.getMessage());
        }
    }

    private int reject(long importId, BoundedLines.Line line, String reason) {
        imports.add(new ProfileImportError(new ProfileImportError.Key(importId, line.number()), reason));
        return 1;
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
