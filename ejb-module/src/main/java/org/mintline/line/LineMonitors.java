package org.mintline.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The monitors of this node's lines. */
@ApplicationScoped
public class LineMonitors {
    private final Map<String, LineMonitor> monitors = new ConcurrentHashMap<>();
    private Clock clock;

    /** For the container. */
    protected LineMonitors() {}

    /** Over the given clock. */
    @Inject
    public LineMonitors(Clock clock) {
        this.clock = clock;
    }

    /** The monitor of a line; the name is one of the configuration's. */
    public LineMonitor of(String line) {
        return monitors.computeIfAbsent(line, name -> new LineMonitor(clock));
    }
}
