package org.mintline.smdpplus.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.mintline.rsp.identification.Iccid;

/**
 * What the first line of an input file says of all others: which columns they have, and under which transport key secrets stand in
 * them (docs/formats/input-file.md).
 *
 * @param separator between the columns
 * @param columns their names, in order
 * @param encrypted the columns whose values are enciphered
 * @param transportKey the number of the operator's key that deciphers them; empty if nothing is enciphered
 */
record ImportHeader(Pattern separator, List<String> columns, Set<String> encrypted, OptionalInt transportKey) {
    static final String ICCID = "iccid";
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern COLUMN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern ENCRYPTED_COLUMN = Pattern.compile("(.+)\\{([0-9]{1,4})}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_COLUMNS = 64;
    private static final int KEY_INDEX = 5;

    /**
     * Reads the first line.
     *
     * @throws BadLineException if it says nothing that can be worked with; the file is refused then
     */
    static ImportHeader parse(ImportFormat format, String line) {
        return switch (format) {
            case CSV -> ofCsv(line);
            case INPUT -> ofInputFile(line);
        };
    }

    private static ImportHeader ofCsv(String line) {
        List<String> columns = new ArrayList<>();
        Set<String> encrypted = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (String cell : COMMA.split(line.strip(), -1)) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            var marked = ENCRYPTED_COLUMN.matcher(name);
            if (marked.matches()) {
                name = marked.group(1);
                encrypted.add(name);
                keys.add(marked.group(2));
            }
            if (!COLUMN.matcher(name).matches() || columns.contains(name)) {
                throw new BadLineException(
                        "the header names no column, or one twice, at column " + (columns.size() + 1));
            }
            columns.add(name);
        }
        if (columns.size() > MOST_COLUMNS || !columns.contains(ICCID) || keys.size() > 1) {
            throw new BadLineException("the header needs the column iccid, at most 64 columns and one transport key");
        }
        return new ImportHeader(
                COMMA,
                List.copyOf(columns),
                Set.copyOf(encrypted),
                keys.stream().mapToInt(Integer::parseInt).findFirst());
    }

    private static ImportHeader ofInputFile(String line) {
        String[] cells = BLANKS.split(line.strip());
        if (cells.length < KEY_INDEX || cells.length > KEY_INDEX + 2) {
            throw new BadLineException(
                    "the header has batchId timestamp qty productId nImsi and up to two key indexes");
        }
        if (!NUMBER.matcher(cells[2]).matches() || !cells[KEY_INDEX - 1].equals("1")) {
            throw new BadLineException("qty is a number, and nImsi must be 1");
        }
        boolean enciphered = cells.length > KEY_INDEX;
        if (enciphered && !NUMBER.matcher(cells[KEY_INDEX]).matches()) {
            throw new BadLineException("transportKeyIdx is a number");
        }
        return new ImportHeader(
                BLANKS,
                List.of(ICCID, "imsi", "ki", "opc"),
                enciphered ? Set.of("ki", "opc") : Set.of(),
                enciphered ? OptionalInt.of(Integer.parseInt(cells[KEY_INDEX])) : OptionalInt.empty());
    }

    /**
     * Reads one of the other lines.
     *
     * @throws BadLineException if it has not the columns of the header or no ICCID
     */
    ImportLine parse(String line) {
        String[] cells = separator.split(line.strip(), -1);
        boolean lastIsOptional = separator == BLANKS;
        if (cells.length > columns.size() || cells.length < columns.size() - (lastIsOptional ? 1 : 0)) {
            throw new BadLineException("has " + cells.length + " columns, not " + columns.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < cells.length; column++) {
            String value = cells[column].strip();
            if (!value.isEmpty()) {
                values.put(columns.get(column), value);
            }
        }
        return new ImportLine(iccidOf(values.remove(ICCID)), values);
    }

    private static Iccid iccidOf(String text) {
        if (text == null) {
            throw new BadLineException("has no ICCID");
        }
        Iccid iccid;
        try {
            iccid = Iccid.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadLineException("iccid: " + e.getMessage());
        }
        if (!iccid.hasCheckDigit()) {
            throw new BadLineException("iccid: the check digit is wrong");
        }
        return iccid;
    }
}
