package org.mintline.device.bench;

import picocli.CommandLine.Command;

/** {@code ./mintline bench}: measurements against the running server. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measurements against the running server.",
        subcommands = {DownloadBench.class})
public final class BenchCommand {}
