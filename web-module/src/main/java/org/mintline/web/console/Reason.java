package org.mintline.web.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mintline.smdpplus.ProfileCatalogue.DailyOutcome;

/**
 * Why downloads failed.
 *
 * @param code the outcome as the SM-DP+ keeps it
 * @param count how often
 * @param width how often in hundredths of the commonest reason
 */
public record Reason(String code, long count, double width) {
    /** The commonest reasons, the first of them first. */
    static List<Reason> of(List<DailyOutcome> outcomes, int most) {
        Map<String, Long> counts = outcomes.stream()
                .filter(outcome -> outcome.outcome() != null && !DashboardPage.INSTALLED.equals(outcome.outcome()))
                .collect(Collectors.groupingBy(DailyOutcome::outcome, Collectors.summingLong(DailyOutcome::count)));
        long commonest =
                counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry -> new Reason(entry.getKey(), entry.getValue(), 100.0 * entry.getValue() / commonest))
                .toList();
    }

    /** The reason in words. */
    public String text() {
        return inWords(code);
    }

    /** An outcome of a session or an order in words: its text, or its name without the underscores. */
    static String inWords(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Texts.orElse("outcome." + code, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
