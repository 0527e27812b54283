package org.mintline.web.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.mintline.smdpplus.ProfileCatalogue.DailyOutcome;

/**
 * Downloads by day as bars of an SVG image of {@value #WIDTH} by {@value #HEIGHT}: installed ones below, failed ones above.
 *
 * @param bars a bar a day, without gaps
 * @param most the downloads of the busiest day
 */
public record DownloadChart(List<Bar> bars, long most) {
    /** The width of the image. */
    public static final int WIDTH = 640;
    /** The height of the image, without the line of dates. */
    public static final int HEIGHT = 160;

    private static final double GAP = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /**
     * The downloads of a day.
     *
     * @param x the left edge
     * @param width of the bar
     * @param installedHeight of the lower part
     * @param failedHeight of the upper part
     */
    public record Bar(
            LocalDate day,
            long installed,
            long failed,
            double x,
            double width,
            double installedHeight,
            double failedHeight) {
        /** What a reader of the bar is told. */
        public String title() {
            return Texts.of("downloads.day", DAY.format(day), installed, failed);
        }

        /** The day as people write it. */
        public String label() {
            return DAY.format(day);
        }

        /** The upper edge of the installed part. */
        public double installedTop() {
            return HEIGHT - installedHeight;
        }

        /** The upper edge of the failed part. */
        public double failedTop() {
            return HEIGHT - installedHeight - failedHeight;
        }
    }

    /** The chart of a period. */
    static DownloadChart of(List<DailyOutcome> outcomes, LocalDate from, LocalDate to) {
        List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
        long most = Math.max(
                1,
                days.stream()
                        .mapToLong(day -> count(outcomes, day, true) + count(outcomes, day, false))
                        .max()
                        .orElse(0));
        double step = (double) WIDTH / days.size();
        List<Bar> bars = days.stream()
                .map(day -> {
                    long installed = count(outcomes, day, true);
                    long failed = count(outcomes, day, false);
                    double x = days.indexOf(day) * step;
                    double unit = (double) HEIGHT / most;
                    return new Bar(day, installed, failed, x, step - GAP, installed * unit, failed * unit);
                })
                .toList();
        return new DownloadChart(bars, most);
    }

    private static long count(List<DailyOutcome> outcomes, LocalDate day, boolean installed) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome.day().equals(day) && DashboardPage.INSTALLED.equals(outcome.outcome()) == installed)
                .mapToLong(DailyOutcome::count)
                .sum();
    }

    /** Downloads that ended installed. */
    public long installed() {
        return bars.stream().mapToLong(Bar::installed).sum();
    }

    /** Downloads that did not. */
    public long failed() {
        return bars.stream().mapToLong(Bar::failed).sum();
    }

    /** Whether there was none. */
    public boolean isEmpty() {
        return installed() + failed() == 0;
    }

    /** How many of a hundred downloads ended installed. */
    public String successRate() {
        return isEmpty()
                ? "–"
                : String.format(Locale.ENGLISH, "%.1f %%", 100.0 * installed() / (installed() + failed()));
    }
}
