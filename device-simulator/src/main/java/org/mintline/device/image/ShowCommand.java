package org.mintline.device.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mintline.rsp.image.ImageOutline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline image show}: what can be seen without a key. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what an image says of itself without any key. Nothing of it is verified.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The image.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        ImageOutline outline = ImageFile.read(file, ImageOutline::read);
        PrintWriter out = spec.commandLine().getOut();
        out.print(ImageFile.text(outline.header(), outline.packets(), outline.length()));
        out.println("signature  not verified");
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
