package org.mintline.device.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A process of this machine with its children, as PostgreSQL has one for each connection.
 *
 * @param root the parent of all
 */
record ProcessTree(ServerProcess root) {
    /** What all of them have spent since the start of the root, also those that ended. */
    Duration cpuTime() throws IOException {
        Duration spent = root.cpuTime().plus(root.cpuTimeOfEndedChildren());
        for (ServerProcess child : children()) {
            spent = spent.plus(child.cpuTime());
        }
        return spent;
    }

    private List<ServerProcess> children() {
        return ProcessHandle.of(root.pid()).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> new ServerProcess(child.pid()))
                .toList();
    }
}
