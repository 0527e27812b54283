package org.mintline.device.profile;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code mintline profile}: what can be done with a profile package in a file. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Shows, checks, personalises, compiles and compares profile packages.",
        footer = {
            "",
            "A package is a file with the DER of an unprotected profile package, or a template in YAML, which is compiled",
            "first. The templates' notation is described in docs/formats/profile-template.md."
        },
        subcommands = {
            ShowCommand.class,
            CheckCommand.class,
            PersonaliseCommand.class,
            CompileCommand.class,
            DiffCommand.class,
            HelpCommand.class
        })
public final class ProfileCommand {}
