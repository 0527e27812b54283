package org.mintline.rsp.profilepackage.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.rsp.identification.Imsi;

/**
 * How people read values of a profile; the names are those that the schema uses behind "as".
 *
 * <p>A format never fails on bytes from outside: what it cannot read has no description, and is shown as bytes.
 */
public final class ValueFormat {
    private static final Map<String, Function<byte[], Optional<String>>> FORMATS = Map.ofEntries(
            Map.entry("iccid", v -> Optional.of(Digits.fromPacked(v))),
            Map.entry("iccid-file", v -> Optional.of(Digits.fromSwapped(v))),
            Map.entry("imsi", v -> FileValues.imsiIn(v).map(Imsi::digits)),
            Map.entry("pin", ValueFormat::pin),
            Map.entry("aid", ValueFormat::aid),
            Map.entry("service-provider-name", ValueFormat::serviceProviderName),
            Map.entry("dialling-number", v -> FileValues.numberIn(v, v.length - FileValues.DIALLING_NUMBER_BYTES)),
            Map.entry("service-centre", ValueFormat::serviceCentre),
            Map.entry("ims-identity", FileValues::imsIdentityIn),
            Map.entry("access-class", v -> numbers("classes ", FileValues.accessClassesIn(v))),
            Map.entry("service-table", v -> numbers("services ", FileValues.servicesIn(v))),
            Map.entry("application-template", ValueFormat::application),
            Map.entry("plmn-list", v -> Optional.of(String.join(" ", FileValues.plmnsIn(v)))),
            Map.entry("network-access-identifier", FileValues::imsIdentityIn),
            Map.entry(
                    "routing-indicator",
                    v -> v.length < 2 ? Optional.empty() : Optional.of(Digits.fromSwapped(Arrays.copyOf(v, 2)))),
            Map.entry("suci-calc-info", SuciCalculationInformation::describe));

    private static final Map<String, String> APPLICATIONS = Map.of(
            "A0000000871002", "USIM",
            "A0000000871004", "ISIM",
            "A0000003431002", "CSIM",
            "A000000151", "GlobalPlatform",
            "A0000005591010", "GSMA eUICC",
            "A000000009", "ETSI");

    private ValueFormat() {}

    /**
     * The value in words.
     *
     * @param format a name of the schema
     * @param value the bytes; of a file with records, one record
     * @return empty if there is no such format, or the bytes are not of it
     */
    public static Optional<String> describe(String format, byte[] value) {
        Function<byte[], Optional<String>> described = FORMATS.get(format);
        return described == null ? Optional.empty() : described.apply(value).filter(text -> !text.isEmpty());
    }

    private static Optional<String> pin(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1).replaceAll("\u00FF+$", "");
        return text.matches("\\d+") ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> aid(byte[] value) {
        String hex = HexFormat.of().withUpperCase().formatHex(value);
        return APPLICATIONS.entrySet().stream()
                .filter(a -> hex.startsWith(a.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<String> serviceProviderName(byte[] value) {
        return value.length < 2
                ? Optional.empty()
                : Optional.of(AlphaText.decode(Arrays.copyOfRange(value, 1, value.length)));
    }

    private static Optional<String> serviceCentre(byte[] value) {
        return FileValues.numberIn(value, value.length - 28 + 13);
    }

    private static Optional<String> application(byte[] record) {
        if (record.length < 4
                || record[0] != 0x61
                || record[2] != 0x4F
                || record.length < 4 + record[3]
                || record[3] < 1) {
            return Optional.empty();
        }
        byte[] identifier = Arrays.copyOfRange(record, 4, 4 + record[3]);
        String name = aid(identifier).map(n -> " " + n).orElse("");
        return Optional.of("AID " + HexFormat.of().withUpperCase().formatHex(identifier) + name);
    }

    private static Optional<String> numbers(String prefix, List<Integer> numbers) {
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(prefix + numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
