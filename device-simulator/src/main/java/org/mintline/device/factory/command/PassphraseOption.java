package org.mintline.device.factory.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the passphrase of a PKCS#12 file stands. */
final class PassphraseOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--passphrase-env",
            defaultValue = "MINTLINE_FACTORY_PASSPHRASE",
            paramLabel = "VARIABLE",
            description = "environment variable with the passphrase of the key set's file (default: ${DEFAULT-VALUE})")
    private String variable;

    String passphrase() {
        String passphrase = System.getenv(variable);
        if (passphrase == null || passphrase.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the environment variable " + variable + " is not set");
        }
        return passphrase;
    }
}
