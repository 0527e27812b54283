package org.mintline.web.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The lines of a table of rules under the hands of a user, from the top. */
public class RuleLines implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> verdicts;
    private final ArrayList<RuleLine> lines;

    /** @param verdicts what a line can say, the usual first */
    RuleLines(List<String> verdicts, List<RuleLine> lines) {
        this.verdicts = new ArrayList<>(verdicts);
        this.lines = new ArrayList<>(lines);
    }

    /** Adds a line at the bottom. */
    public void add() {
        if (!verdicts.isEmpty()) {
            lines.add(RuleLine.of(verdicts.get(0)));
        }
    }

    /** Takes a line out. */
    public void remove(RuleLine line) {
        lines.remove(line);
    }

    /** Lets a line change places with the one above it. */
    public void raise(RuleLine line) {
        int place = lines.indexOf(line);
        if (place > 0) {
            Collections.swap(lines, place, place - 1);
        }
    }

    /**
     * All lines read.
     *
     * @throws IllegalArgumentException with the number of the line that cannot be read
     */
    <T> List<T> read(Function<RuleLine, T> reader) {
        List<T> read = new ArrayList<>();
        for (RuleLine line : lines) {
            try {
                read.add(reader.apply(line));
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException(
                        Texts.of("rules.line", read.size() + 1, refused.getMessage()), refused);
            }
        }
        return read;
    }

    /** What a line can say. */
    public List<String> getVerdicts() {
        return verdicts;
    }

    /** The lines. */
    public List<RuleLine> getLines() {
        return lines;
    }
}
