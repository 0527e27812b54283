package org.mintline.device.factory.link.pcsc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** The PC/SC readers of this machine. */
public final class Readers {
    /** The JDK's name for where the library of PC/SC lies; it does not look where Debian has it. */
    private static final String LIBRARY = "sun.security.smartcardio.library";

    /** The JDK's names for whether it fetches what a card announces; it puts more together than a response APDU holds. */
    private static final List<String> FETCHES =
            List.of("sun.security.smartcardio.t0GetResponse", "sun.security.smartcardio.t1GetResponse");

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/libpcsclite.so.1"),
            Path.of("/usr/lib64/libpcsclite.so.1"));

    private Readers() {}

    /**
     * Finds a reader.
     *
     * @param name its name, or a part of it that no other reader's name has
     * @throws IOException if there is none, or PC/SC does not run; says which there are
     */
    public static CardTerminal find(String name) throws IOException {
        List<CardTerminal> all = all();
        List<CardTerminal> found =
                all.stream().filter(reader -> reader.getName().equals(name)).toList();
        if (found.isEmpty()) {
            found = all.stream()
                    .filter(reader -> reader.getName().contains(name))
                    .toList();
        }
        if (found.size() != 1) {
            throw new IOException((found.isEmpty() ? "no reader has" : "more than one reader has") + " the name " + name
                    + "; there are "
                    + all.stream().map(CardTerminal::getName).toList());
        }
        return found.get(0);
    }

    private static List<CardTerminal> all() throws IOException {
        setUp();
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list();
        } catch (CardException | NoSuchAlgorithmException e) {
            throw new IOException("there are no PC/SC readers: does pcscd run?", e);
        }
    }

    /** Has to come before the JDK's classes are used first. */
    private static void setUp() {
        FETCHES.forEach(fetch -> System.setProperty(fetch, "false"));
        if (System.getProperty(LIBRARY) == null) {
            LIBRARIES.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(library -> System.setProperty(LIBRARY, library.toString()));
        }
    }
}
