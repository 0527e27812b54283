package org.mintline.device.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the server on this machine, seen through Linux's /proc: what it has spent and what it holds.
 *
 * @param pid its number
 */
public record ServerProcess(long pid) {
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int CHILDREN_USER_TIME = 13;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration RESTING = Duration.ofSeconds(1);
    private static final String FORGET_PEAK = "5";
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

    /**
     * User and system time since its start; zero if it has ended.
     *
     * @throws IOException if the kernel writes something else than expected
     */
    public Duration cpuTime() throws IOException {
        return spent(USER_TIME, SYSTEM_TIME);
    }

    /**
     * User and system time of the children that it has had and that ended; zero if it has ended.
     *
     * @throws IOException if the kernel writes something else than expected
     */
    public Duration cpuTimeOfEndedChildren() throws IOException {
        return spent(CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME);
    }

    /** Waits until it has next to nothing to do for longer than any pause between its jobs. */
    public void awaitRest() throws IOException, InterruptedException {
        Duration before;
        do {
            before = cpuTime();
            Thread.sleep(LONGEST_PAUSE.toMillis());
        } while (cpuTime().minus(before).compareTo(RESTING) > 0);
    }

    private Duration spent(int userTime, int systemTime) throws IOException {
        if (!Files.exists(proc("stat"))) {
            return Duration.ZERO;
        }
        String line = Files.readString(proc("stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return TICK.multipliedBy(Long.parseLong(fields[userTime]) + Long.parseLong(fields[systemTime]));
    }

    /** Resident memory in MiB. */
    public long residentMemory() throws IOException {
        return memory(RESIDENT);
    }

    /** The most resident memory since the start of the process or {@link #forgetPeak}, in MiB. */
    public long peakMemory() throws IOException {
        return memory(PEAK);
    }

    /** Lets {@link #peakMemory} begin anew. */
    public void forgetPeak() throws IOException {
        Files.writeString(proc("clear_refs"), FORGET_PEAK);
    }

    private long memory(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(proc("status")));
        if (!matcher.find()) {
            throw new IOException("the kernel does not tell the memory of process " + pid);
        }
        return Long.parseLong(matcher.group(1)) / 1024;
    }

    /** What a Java process holds on its heap after a full collection, in MiB. */
    public long heapAfterCollection() throws IOException {
        jcmd("GC.run");
        Matcher matcher = HEAP_USED.matcher(jcmd("GC.heap_info"));
        if (!matcher.find()) {
            throw new IOException("jcmd does not tell the heap of process " + pid);
        }
        return Long.parseLong(matcher.group(1)) / 1024;
    }

    private String jcmd(String command) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("jcmd failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for jcmd", e);
        }
        return output;
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
