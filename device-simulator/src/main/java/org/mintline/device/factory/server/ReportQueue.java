package org.mintline.device.factory.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports on their way to the support server, a file each: on the disk before the device forgets what it tells of, and there until the
 * server has it. What the server can never take is kept in its folder {@code refused}. For many threads.
 */
final class ReportQueue {
    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** Held while reports are sent, which may take long; new ones are kept meanwhile. */
    private final Object sending = new Object();

    private long last;

    /**
     * What a file holds.
     *
     * @param path below the interface of stations
     * @param body of the call
     */
    private record Kept(
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) ObjectNode body) {}

    /** @param folder is made if it is not there */
    ReportQueue(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            last = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{19}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 19)))
                    .max()
                    .orElse(0);
        }
    }

    /** Keeps a report; it is on the disk when this returns. */
    synchronized void add(String path, ObjectNode body) throws IOException {
        Path file = folder.resolve("%019d".formatted(++last) + ENDING);
        Path unfinished = folder.resolve("unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(new Kept(path, body))));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /**
     * Sends what waits, the oldest first.
     *
     * @return why reports were refused for good, a sentence each
     * @throws IOException if the server could not be reached; the rest waits
     */
    List<String> send(SupportServer server) throws IOException {
        synchronized (sending) {
            return sendAll(server);
        }
    }

    private List<String> sendAll(SupportServer server) throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : waiting()) {
            try {
                Kept kept = JSON.readValue(file.toFile(), Kept.class);
                server.report(kept.path(), JSON.writeValueAsBytes(kept.body()));
                Files.delete(file);
            } catch (JsonProcessingException e) {
                setAside(file);
                refused.add(file.getFileName() + " is no report");
            } catch (ServerRefusalException e) {
                setAside(file);
                refused.add(e.getMessage());
            }
        }
        return refused;
    }

    private void setAside(Path file) throws IOException {
        Path aside = Files.createDirectories(folder.resolve("refused"));
        Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** How many wait. */
    int size() throws IOException {
        return waiting().size();
    }

    private List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}
