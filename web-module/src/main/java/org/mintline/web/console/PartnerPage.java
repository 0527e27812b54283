package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mintline.configuration.ServerRole;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryPartners;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Lot;
import org.mintline.factory.FactoryPartners.Partner;

/** One local provisioning server, and the lots that it may fetch from this aggregator (OFF-4). */
@Named
@ViewScoped
public class PartnerPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private FactoryPartners partners;
    private ConsoleUser user;
    private Navigation navigation;

    private String name;
    private String lot;
    private LocalDate until;
    private transient Partner read;

    /** For the container's proxy. */
    protected PartnerPage() {}

    /**
     * @param partners the register
     * @param user who looks
     * @param navigation says what this server is there for
     */
    @Inject
    public PartnerPage(FactoryPartners partners, ConsoleUser user, Navigation navigation) {
        this.partners = partners;
        this.user = user;
        this.navigation = navigation;
    }

    /** Reads the partner; there is a page of those alone that fetch lots here. */
    public void load() throws IOException {
        user.requirePlatform();
        NotFound.unless(find()).ifPresent(found -> read = found);
    }

    private Optional<Partner> find() {
        return partners.list().stream()
                .filter(one -> navigation.isOfRole(ServerRole.AGGREGATION)
                        && one.kind() == Kind.LOCAL_PROVISIONING_SERVER
                        && one.name().equals(name))
                .findFirst();
    }

    /** Offers a lot, until the end of a day if one is given; a lot that is offered already gets the new end. */
    public void offer() throws IOException {
        String offered = lot.strip();
        Lot wanted = new Lot(offered, Optional.ofNullable(until).map(day -> day.plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()));
        change(lots -> Stream.concat(without(lots, offered), Stream.of(wanted)), "partner.offered", offered);
    }

    /** Offers a lot no more. */
    public void withdraw(String withdrawn) throws IOException {
        change(lots -> without(lots, withdrawn), "partner.withdrawn", withdrawn);
    }

    private static Stream<Lot> without(Stream<Lot> lots, String name) {
        return lots.filter(one -> !one.name().equals(name));
    }

    /** Changes the lots as they stand now, which may be others than those that the page showed. */
    private void change(UnaryOperator<Stream<Lot>> change, String done, String changed) throws IOException {
        user.requireAdministrator();
        load();
        try {
            partners.replaceLots(
                    name, change.apply(getPartner().lots().stream()).toList(), user.getActor());
            Messages.done(done, changed, name);
            lot = null;
            until = null;
        } catch (FactoryException refusal) {
            Messages.refused("partners.refused", refusal.getMessage());
        }
        load();
    }

    /** Puts a lot into the fields of the form, where its end can be changed. */
    public void edit(Lot edited) {
        lot = edited.name();
        until = edited.expiresAt()
                .map(end -> LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC))
                .orElse(null);
    }

    /** The partner. */
    public Partner getPartner() throws IOException {
        if (read == null) {
            load();
        }
        return read;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
