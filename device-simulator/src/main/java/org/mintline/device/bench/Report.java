package org.mintline.device.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures of a run, in order, to be printed as a table and written as JSON. */
public final class Report {
    private record Figure(Object value, String unit, String meaning) {}

    private final String title;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** @param title what was measured */
    public Report(String title) {
        this.title = title;
    }

    /**
     * Adds a figure.
     *
     * @param name its key in the JSON
     * @param value a number or a text
     * @param unit its unit, empty if it has none
     * @param meaning its line in the table
     */
    public Report figure(String name, Object value, String unit, String meaning) {
        figures.put(name, new Figure(value, unit, meaning));
        return this;
    }

    /** Adds a duration in milliseconds. */
    public Report milliseconds(String name, Duration value, String meaning) {
        return figure(name, value.toNanos() / 1e6, "ms", meaning);
    }

    /** Prints the table. */
    public void print(PrintWriter out) {
        out.println();
        out.println(title);
        figures.values()
                .forEach(figure ->
                        out.printf(Locale.ROOT, "  %-46s %14s %s%n", figure.meaning, text(figure.value), figure.unit));
        out.flush();
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : value.toString();
    }

    /** Writes the figures as one JSON object. */
    public void write(Path file) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        figures.forEach((name, figure) -> values.put(name, figure.value));
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), values);
    }
}
