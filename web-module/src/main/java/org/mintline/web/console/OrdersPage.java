package org.mintline.web.console;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.status.FunctionException;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileCatalogue.Stock;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/** Orders of one profile or of many of one type, and their activation codes to show, print and download. */
@Named
@ViewScoped
public class OrdersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whether and how the end user is asked for a confirmation code. */
    public enum Confirmation {
        /** Not asked. */
        NONE,
        /** Asked for a code of its own each, six digits. */
        GENERATED,
        /** Asked for the code that is typed in here. */
        GIVEN
    }

    @Inject
    private ProfileCatalogue catalogue;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    @Inject
    private ConsoleOrders orders;

    private List<Offer> offers;
    private String offer;
    private int count = 1;
    private String eids;
    private boolean defaultSmdp;
    private Confirmation confirmation = Confirmation.NONE;
    private String confirmationCode;
    private boolean release = true;
    private boolean sheet;
    private final List<OrderLine> lines = new ArrayList<>();

    /**
     * A profile type that can be ordered.
     *
     * @param operator whose it is
     * @param operatorName its name
     * @param profileType the name of the type
     * @param available how many profiles are in stock
     */
    public record Offer(OperatorId operator, String operatorName, String profileType, long available) {
        /** What stands for it in the form. */
        public String key() {
            return operator.value() + "/" + profileType;
        }
    }

    /** The profile types with stock. */
    public List<Offer> getOffers() {
        if (offers == null) {
            offers = catalogue.stock(user.operator()).stream()
                    .filter(stock -> stock.state() == ProfileState.AVAILABLE)
                    .map(this::offer)
                    .toList();
        }
        return offers;
    }

    private Offer offer(Stock stock) {
        String name = operators.find(stock.operator()).map(Operator::name).orElse("");
        return new Offer(stock.operator(), name, stock.profileType(), stock.count());
    }

    /** Orders what the form says; stops at the first refusal, and what was ordered until then stands. */
    public void order() {
        user.requireChange();
        lines.clear();
        sheet = false;
        Optional<Offer> chosen = getOffers().stream()
                .filter(candidate -> candidate.key().equals(offer))
                .findFirst();
        if (chosen.isEmpty()) {
            Messages.refused("orders.no-type");
            return;
        }
        try {
            List<Optional<String>> wanted = eids();
            for (Optional<String> eid : wanted) {
                lines.add(order(chosen.get(), eid));
            }
            Messages.done("orders.done", lines.size());
        } catch (FunctionException refusal) {
            Messages.refused(refusal);
            if (!lines.isEmpty()) {
                Messages.done("orders.done-in-part", lines.size());
            }
        } catch (IllegalArgumentException invalid) {
            Messages.refused("orders.invalid", invalid.getMessage());
        }
        offers = null;
    }

    private OrderLine order(Offer chosen, Optional<String> eid) {
        Optional<String> code =
                switch (confirmation) {
                    case NONE -> Optional.empty();
                    case GENERATED -> Optional.of("%06d".formatted(RANDOM.nextInt(1_000_000)));
                    case GIVEN -> Optional.ofNullable(confirmationCode);
                };
        ConsoleOrders.Ordered ordered = orders.order(
                chosen.operator(),
                new ConsoleOrders.Wanted(chosen.profileType(), eid, defaultSmdp && eid.isPresent(), code, release));
        return OrderLine.of(ordered, chosen.profileType(), code);
    }

    private List<Optional<String>> eids() {
        if (eids == null || eids.isBlank()) {
            if (defaultSmdp) {
                throw new IllegalArgumentException(Texts.of("orders.default-needs-eid"));
            }
            return Collections.nCopies(count, Optional.empty());
        }
        List<Optional<String>> read = new ArrayList<>();
        for (String line : eids.strip().split("\\R")) {
            if (!line.isBlank()) {
                read.add(Optional.of(new Eid(line.replace(" ", "").strip()).digits()));
            }
        }
        if (read.size() > MOST) {
            throw new IllegalArgumentException(Texts.of("orders.too-many", MOST));
        }
        return read;
    }

    /** The batch as comma-separated values, a line an order. */
    public void download() throws IOException {
        StringBuilder csv = new StringBuilder(OrderLine.CSV_HEADER);
        lines.forEach(line -> csv.append(line.csv()));
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        external.setResponseContentType("text/csv;charset=UTF-8");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
        external.getResponseOutputStream().write(csv.toString().getBytes(StandardCharsets.UTF_8));
        context.responseComplete();
    }

    /** Shows the activation codes as a sheet to print, or as a list again. */
    public void toggleSheet() {
        sheet = !sheet;
    }

    /** What was ordered last. */
    public List<OrderLine> getLines() {
        return lines;
    }

    /** Whether the sheet is shown. */
    public boolean isSheet() {
        return sheet;
    }

    /** The most orders of one batch. */
    public int getMost() {
        return MOST;
    }

    /** How confirmation codes can be had. */
    public Confirmation[] getConfirmations() {
        return Confirmation.values();
    }

    public String getOffer() {
        return offer;
    }

    public void setOffer(String offer) {
        this.offer = offer;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public String getEids() {
        return eids;
    }

    public void setEids(String eids) {
        this.eids = eids;
    }

    public boolean isDefaultSmdp() {
        return defaultSmdp;
    }

    public void setDefaultSmdp(boolean defaultSmdp) {
        this.defaultSmdp = defaultSmdp;
    }

    public Confirmation getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(Confirmation confirmation) {
        this.confirmation = confirmation;
    }

    public String getConfirmationCode() {
        return confirmationCode;
    }

    public void setConfirmationCode(String confirmationCode) {
        this.confirmationCode = confirmationCode;
    }

    public boolean isRelease() {
        return release;
    }

    public void setRelease(boolean release) {
        this.release = release;
    }
}
