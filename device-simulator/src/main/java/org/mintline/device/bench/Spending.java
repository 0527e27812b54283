package org.mintline.device.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time that a group of processes has spent, by process, so that those that come and go are counted too.
 *
 * @param byProcess the time of each
 */
record Spending(Map<ServerProcess, Duration> byProcess) {
    static Spending of(List<ServerProcess> processes) throws IOException {
        Map<ServerProcess, Duration> times = new LinkedHashMap<>();
        for (ServerProcess process : processes) {
            times.put(process, process.cpuTime());
        }
        return new Spending(times);
    }

    Duration since(Spending earlier) {
        Duration total = Duration.ZERO;
        for (Map.Entry<ServerProcess, Duration> entry : byProcess.entrySet()) {
            Duration before = earlier.byProcess.getOrDefault(entry.getKey(), Duration.ZERO);
            total = total.plus(entry.getValue().minus(before));
        }
        return total;
    }
}
