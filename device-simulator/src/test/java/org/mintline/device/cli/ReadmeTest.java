package org.mintline.device.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** README.md promises the verbs that there are, and no others. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^.].*?`) \\| [^|]*\\|$");
    private static final Pattern CODE = Pattern.compile("`([a-z]+)([^`]*)`");
    private static final Pattern COMMAND = Pattern.compile("\\./mintline ([a-z]+)");
    private static final Pattern VERB_OF_HELP = Pattern.compile("(?m)^  ([a-z]+)(?: |$)");

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(ROOT.resolve("README.md"));
    }

    @Test
    void its_table_has_the_verbs_of_the_help() throws Exception {
        assertThat(table().keySet()).isEqualTo(verbsOfHelp());
    }

    @Test
    void its_commands_are_verbs_of_the_help() throws Exception {
        assertThat(all(COMMAND, readme)).isNotEmpty();
        assertThat(verbsOfHelp()).containsAll(all(COMMAND, readme));
    }

    @TestFactory
    Stream<DynamicTest> its_table_has_the_commands_of_each_verb() {
        return table().entrySet().stream()
                .filter(verb -> !verb.getValue().isEmpty())
                .map(verb -> dynamicTest(
                        verb.getKey(), () -> assertThat(verb.getValue()).isEqualTo(commandsOf(verb.getKey()))));
    }

    /** The verbs of the table, with the commands that stand behind each. */
    private Map<String, Set<String>> table() {
        Map<String, Set<String>> verbs = new TreeMap<>();
        for (String cell : all(FIRST_CELL, readme.substring(readme.indexOf("## Verbs"), readme.indexOf("## Where")))) {
            for (MatchResult code : CODE.matcher(cell).results().toList()) {
                String commands = code.group(2).strip().split(" ", 2)[0];
                verbs.put(
                        code.group(1),
                        commands.matches("[a-z].*") ? new TreeSet<>(List.of(commands.split("\\\\?\\|"))) : Set.of());
            }
        }
        return verbs;
    }

    private static Set<String> commandsOf(String verb) {
        Set<String> commands = new TreeSet<>(Mintline.commandLine()
                .getSubcommands()
                .get(verb)
                .getSubcommands()
                .keySet());
        commands.remove("help");
        return commands;
    }

    private static Set<String> verbsOfHelp() throws IOException, InterruptedException {
        Process help = new ProcessBuilder(ROOT.resolve("mintline").toString(), "help").start();
        String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).isEqualTo(CommandLine.ExitCode.OK);
        return all(VERB_OF_HELP, text);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
