package org.mintline.device.bench;

import picocli.CommandLine.Command;

/** {@code ./mintline bench}: measurements, most of them against the running server. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measurements, most of them against the running server.",
        subcommands = {
            DownloadBench.class,
            ImportBench.class,
            PersonalisationBench.class,
            FactoryBench.class,
            BulkBench.class
        })
public final class BenchCommand {}
