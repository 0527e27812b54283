package org.mintline.smdpplus.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.keys.Seal;
import org.mintline.lines.BoundedLines;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorId;

/**
 * Works files off: one at a time on a node, each in chunks of one transaction. A node that dies leaves its file to another one, which
 * goes on behind the last chunk that was committed.
 */
@ApplicationScoped
public class ImportRun {
    static final int CHUNK = 500;
    static final Duration LEASE = Duration.ofSeconds(20);

    private ImportRepository imports;
    private ImportChunk chunks;
    private EncryptedColumns encryptedColumns;
    private Transactions transactions;
    private Seal seal;
    private Clock clock;

    /** For the container. */
    protected ImportRun() {}

    /** Of the given parts. */
    @Inject
    public ImportRun(
            ImportRepository imports,
            ImportChunk chunks,
            EncryptedColumns encryptedColumns,
            Transactions transactions,
            Seal seal,
            Clock clock) {
        this.imports = imports;
        this.chunks = chunks;
        this.encryptedColumns = encryptedColumns;
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
    }

    private record Work(long id, OperatorId operator, ImportFormat format, long linesDone) {}

    /** Works off all files that wait or were left. */
    public void run() {
        for (Optional<Work> work = claim(); work.isPresent(); work = claim()) {
            try {
                workOff(work.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<Work> claim() {
        return transactions.call(() -> imports.findWork(clock.instant()).map(one -> {
            one.claim(clock.instant().plus(LEASE));
            return new Work(one.id(), one.operator(), one.fileFormat(), one.linesDone());
        }));
    }

    private void workOff(Work work) throws IOException {
        BoundedLines lines = new BoundedLines(new SealedFile(number -> part(work, number)));
        try {
            if (addAll(work, readerOf(work, lines), lines)) {
                transactions.run(() -> chunks.finish(work.id()));
            }
        } catch (BadLineException e) {
            transactions.run(() -> chunks.refuse(work.id(), e.getMessage()));
        }
    }

    private LineReader readerOf(Work work, BoundedLines lines) throws IOException {
        String first = lines.next()
                .flatMap(BoundedLines.Line::text)
                .orElseThrow(() -> new BadLineException("the file has no header line"));
        ImportHeader header = ImportHeader.parse(work.format(), first);
        return new LineReader(header, transactions.call(() -> encryptedColumns.of(work.operator(), header)));
    }

    /** Adds all lines that are not done; returns false if another node has taken the file over. */
    private boolean addAll(Work work, LineReader reader, BoundedLines lines) throws IOException {
        long done = work.linesDone();
        List<BoundedLines.Line> chunk = new ArrayList<>(CHUNK);
        Optional<BoundedLines.Line> line = lines.next();
        while (line.isPresent()) {
            if (line.get().number() > done) {
                chunk.add(line.get());
            }
            long position = lines.position();
            line = lines.next();
            if (chunk.size() == CHUNK || line.isEmpty() && !chunk.isEmpty()) {
                if (!commit(work, reader, List.copyOf(chunk), done, position)) {
                    return false;
                }
                done = chunk.get(chunk.size() - 1).number();
                chunk.clear();
            }
        }
        return true;
    }

    private boolean commit(Work work, LineReader reader, List<BoundedLines.Line> chunk, long done, long position) {
        return transactions.call(() -> chunks.add(work.id(), reader, chunk, done, position));
    }

    private Optional<byte[]> part(Work work, int number) {
        return transactions
                .call(() -> imports.findPart(work.id(), number).map(ProfileImportPart::sealed))
                .map(kept -> seal.open(work.operator(), ProfileImport.partContext(work.id(), number), kept));
    }
}
