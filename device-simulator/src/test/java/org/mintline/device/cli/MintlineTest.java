package org.mintline.device.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MintlineTest {
    @Test
    void every_subcommand_describes_itself() {
        assertThat(Mintline.commandLine().getSubcommands().values()).allSatisfy(command -> assertThat(
                        command.getCommandSpec().usageMessage().description())
                .isNotEmpty());
    }

    @Test
    void an_unknown_subcommand_is_wrong_usage() {
        CommandLine mintline = Mintline.commandLine();
        mintline.setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()));
        assertThat(mintline.execute("no-such-verb")).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
