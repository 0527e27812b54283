package org.mintline.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileCatalogue.DailyOutcome;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/** The first page: what is in stock, how downloads went in the last 30 days, and what somebody should look after. */
@Named
@RequestScoped
public class DashboardPage {
    static final String INSTALLED = "Installed";
    private static final int DAYS = 30;
    private static final int MOST_REASONS = 8;
    private static final Set<ProfileState> OPEN = EnumSet.of(
            ProfileState.ALLOCATED,
            ProfileState.LINKED,
            ProfileState.CONFIRMED,
            ProfileState.RELEASED,
            ProfileState.DOWNLOADED);

    private ProfileCatalogue catalogue;
    private OperatorDirectory operators;
    private ConsoleUser user;
    private Clock clock;

    private List<StockLine> stock;
    private DownloadChart downloads;
    private List<Reason> reasons;

    /** For the container's proxy. */
    protected DashboardPage() {}

    /**
     * @param catalogue counts
     * @param operators names them
     * @param user who looks
     * @param clock says what day it is
     */
    @Inject
    public DashboardPage(ProfileCatalogue catalogue, OperatorDirectory operators, ConsoleUser user, Clock clock) {
        this.catalogue = catalogue;
        this.operators = operators;
        this.user = user;
        this.clock = clock;
    }

    @PostConstruct
    void load() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean mayLook = user.isAllowedToSeeStock();
        List<DailyOutcome> outcomes =
                mayLook ? catalogue.outcomes(user.operator(), today.minusDays(DAYS - 1), today) : List.of();
        stock = mayLook ? StockLine.of(catalogue.stock(user.operator()), this::nameOf) : List.of();
        downloads = DownloadChart.of(outcomes, today.minusDays(DAYS - 1), today);
        reasons = Reason.of(outcomes, MOST_REASONS);
    }

    private String nameOf(OperatorId operator) {
        return operators.find(operator).map(Operator::name).orElse("");
    }

    /** The stock, a line a profile type. */
    public List<StockLine> getStock() {
        return stock;
    }

    /** The downloads of the last days. */
    public DownloadChart getDownloads() {
        return downloads;
    }

    /** Why downloads failed, the commonest first. */
    public List<Reason> getReasons() {
        return reasons;
    }

    /** Profiles that can be ordered. */
    public long getAvailable() {
        return count(EnumSet.of(ProfileState.AVAILABLE));
    }

    /** Orders under way. */
    public long getOpen() {
        return count(OPEN);
    }

    /** Profiles on an eUICC. */
    public long getInstalled() {
        return count(ProfileState.ON_EUICC);
    }

    /** Profiles whose order came to no good end. */
    public long getFailed() {
        return count(EnumSet.of(ProfileState.ERROR));
    }

    private long count(Set<ProfileState> states) {
        return stock.stream().mapToLong(line -> line.count(states)).sum();
    }

    /** What somebody should look after, in plain words. */
    public List<String> getWarnings() {
        return stock.stream()
                .filter(StockLine::isLow)
                .map(line -> Texts.of("warning.stock-low", line.profileType(), line.available(), line.total()))
                .collect(Collectors.toList());
    }
}
