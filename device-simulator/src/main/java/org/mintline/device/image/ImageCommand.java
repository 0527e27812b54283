package org.mintline.device.image;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code mintline image}: what can be done with a profile image in a file. */
@Command(
        name = "image",
        mixinStandardHelpOptions = true,
        description = "Shows, checks, opens and makes profile images.",
        footer = {
            "",
            "An image holds the packets that install one profile, signed by a factory and encrypted to one device.",
            "The format is described in docs/formats/profile-image.md."
        },
        subcommands = {
            ShowCommand.class,
            VerifyCommand.class,
            ExtractCommand.class,
            CreateCommand.class,
            KeysCommand.class,
            HelpCommand.class
        })
public final class ImageCommand {}
