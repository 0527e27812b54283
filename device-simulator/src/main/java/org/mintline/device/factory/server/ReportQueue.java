package org.mintline.device.factory.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports on their way to the support server, a file each: on the disk before the device forgets what it tells of, and there until the
 * server has it. What the server can never take is kept in {@code refused}. For many threads.
 */
final class ReportQueue {
    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private long last;

    /** @param folder is made if it is not there */
    ReportQueue(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            last = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{19}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 19)))
                    .max()
                    .orElse(0);
        }
    }

    /** Keeps a report; it is on the disk when this returns. */
    synchronized void add(String path, ObjectNode body) throws IOException {
        ObjectNode kept = JSON.createObjectNode().put("path", path).set("body", body);
        Path file = folder.resolve("%019d".formatted(++last) + ENDING);
        Path unfinished = folder.resolve("unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(kept)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Sends what waits, the oldest first.
     *
     * @return how many were refused for good
     * @throws IOException if the server could not be reached; the rest waits
     */
    synchronized int send(SupportServer server) throws IOException {
        int refused = 0;
        for (Path file : waiting()) {
            JsonNode kept = JSON.readTree(file.toFile());
            try {
                server.report(kept.path("path").asText(), JSON.writeValueAsBytes(kept.path("body")));
                Files.delete(file);
            } catch (ServerRefusalException e) {
                Path aside = Files.createDirectories(folder.resolve("refused"));
                Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                refused++;
            }
        }
        return refused;
    }

    /** How many wait. */
    synchronized int size() throws IOException {
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
