package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.FactoryException;
import org.mintline.factory.LocalStock;
import org.mintline.factory.LocalStock.RefusedReport;
import org.mintline.factory.LocalStock.Reports;

/** What this local provisioning server downloads from the aggregator (OFF-4), and what it carries back (OFF-6). */
@Named
@ViewScoped
public class FactoryLotsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private LocalStock stock;
    private ConsoleUser user;

    private String lot;
    private transient List<FactoryLotLine> read;
    private transient Reports reports;

    private final PagedList<Long, RefusedReport> refused = new PagedList<>(this::refusedBehind);

    /** For the container's proxy. */
    protected FactoryLotsPage() {}

    /**
     * @param stock what is here
     * @param user who looks
     */
    @Inject
    public FactoryLotsPage(LocalStock stock, ConsoleUser user) {
        this.stock = stock;
        this.user = user;
    }

    /** Reads the lots and what is to be carried back. */
    public void load() {
        user.requirePlatform();
        read = stock.lots().stream().map(FactoryLotLine::new).toList();
        reports = stock.reports();
        refused.refresh();
    }

    private PagedList.Slice<Long, RefusedReport> refusedBehind(Optional<Long> key) {
        user.requirePlatform();
        return PagedList.Slice.of(stock.refusedReports(PagedList.number(key), PAGE + 1), PAGE, RefusedReport::id);
    }

    /** Downloads a lot from now on. */
    public void request() {
        user.requireFactory();
        try {
            stock.request(lot.strip(), user.getActor());
            Messages.done("factory-lots.requested", lot.strip());
            lot = null;
        } catch (FactoryException refusal) {
            Messages.refused("factory-lots.refused", refusal.getMessage());
        }
        load();
    }

    /** The lots, by name. */
    public List<FactoryLotLine> getLots() {
        ensureRead();
        return read;
    }

    /** How many reports wait to be carried, and how many the aggregator did not take. */
    public Reports getReports() {
        ensureRead();
        return reports;
    }

    private void ensureRead() {
        if (read == null) {
            load();
        }
    }

    /** The reports that the aggregator did not take, the latest first, a page at a time. */
    public PagedList<Long, RefusedReport> getRefused() {
        return refused;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }
}
