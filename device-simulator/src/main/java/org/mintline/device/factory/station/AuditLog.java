package org.mintline.device.factory.station;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.mintline.rsp.crypto.Cryptography;

/**
 * The audit log of a station: a file to which lines are added, each with the SHA-256 of the line before it and of itself, so that a line
 * that is changed, removed or put in shows. Columns, set apart by tabs: time, device, event, detail, hash in hexadecimal digits. What is cut off at
 * the end does not show; whoever keeps the last hash elsewhere sees that too.
 */
public final class AuditLog implements Closeable {
    private static final String BEGINNING = "0".repeat(64);
    private static final int MAXIMUM_DETAIL = 1000;

    private final RandomAccessFile file;
    private final Clock clock;
    private String lastHash;

    private AuditLog(RandomAccessFile file, Clock clock, String lastHash) {
        this.file = file;
        this.clock = clock;
        this.lastHash = lastHash;
    }

    /**
     * Opens a log for this process alone, and checks its chain. A line that was not written to its end, since the power was cut, is
     * taken away.
     *
     * @throws IOException if the chain is broken, or another process has the log
     */
    public static AuditLog open(Path path, Clock clock) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock == null) {
                throw new IOException("another station writes to " + path);
            }
            cutTornLine(file);
            String last = verify(path);
            file.seek(file.length());
            return new AuditLog(file, clock, last);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Checks the chain.
     *
     * @return the hash of the last line
     * @throws IOException if it is broken
     */
    public static String verify(Path path) throws IOException {
        String hash = BEGINNING;
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                int tab = line.lastIndexOf('\t');
                if (tab < 0 || !line.substring(tab + 1).equals(hash(hash, line.substring(0, tab)))) {
                    throw new IOException("the audit log " + path + " was changed: line " + number
                            + " does not follow the one before");
                }
                hash = line.substring(tab + 1);
            }
        }
        return hash;
    }

    /**
     * Adds a line; it is on the disk once this returns.
     *
     * @param device its EID, or the wire that it is at
     */
    public synchronized void add(String device, AuditEvent event, String detail) throws IOException {
        String text = String.join("\t", clock.instant().toString(), clean(device), event.name(), clean(detail));
        lastHash = hash(lastHash, text);
        file.write((text + "\t" + lastHash + "\n").getBytes(StandardCharsets.UTF_8));
        file.getChannel().force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void cutTornLine(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                break;
            }
            end--;
        }
        file.setLength(end);
    }

    private static String hash(String before, String text) {
        return HexFormat.of()
                .formatHex(Cryptography.sha256(
                        before.getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), MAXIMUM_DETAIL));
    }
}
