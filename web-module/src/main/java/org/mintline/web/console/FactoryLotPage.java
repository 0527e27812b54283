package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;
import org.mintline.factory.LocalStock.Profile;
import org.mintline.rsp.identification.Eid;

/** One lot at this local provisioning server, and its packages by state, or those for an eUICC. */
@Named
@ViewScoped
public class FactoryLotPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private LocalStock stock;
    private ConsoleUser user;

    private String name;
    private LocalProfileState state;
    private String eid;
    private String wanted;
    private transient FactoryLotLine read;

    private final PagedList<Long, Profile> profiles = new PagedList<>(this::after);

    /** For the container's proxy. */
    protected FactoryLotPage() {}

    /**
     * @param stock what is here
     * @param user who looks
     */
    @Inject
    public FactoryLotPage(LocalStock stock, ConsoleUser user) {
        this.stock = stock;
        this.user = user;
    }

    /** Reads the lot. */
    public void load() throws IOException {
        user.requirePlatform();
        Optional<LocalStock.Lot> found =
                NotFound.unless(Optional.ofNullable(name).flatMap(stock::find));
        if (found.isPresent()) {
            read = new FactoryLotLine(found.get());
            profiles.refresh();
        }
    }

    /** Shows the first page of what fits. */
    public void search() {
        try {
            wanted = Optional.ofNullable(eid)
                    .map(String::strip)
                    .filter(digits -> !digits.isEmpty())
                    .map(digits -> new Eid(digits).digits())
                    .orElse(null);
        } catch (IllegalArgumentException malformed) {
            Messages.refused("images.malformed", malformed.getMessage());
            return;
        }
        profiles.first();
    }

    private PagedList.Slice<Long, Profile> after(Optional<Long> key) {
        user.requirePlatform();
        LocalStock.Filter filter =
                new LocalStock.Filter(Optional.of(name), Optional.ofNullable(state), Optional.ofNullable(wanted));
        return PagedList.Slice.of(stock.profiles(filter, PagedList.number(key), PAGE + 1), PAGE, Profile::id);
    }

    /** The lot. */
    public FactoryLotLine getLine() throws IOException {
        if (read == null) {
            load();
        }
        return read;
    }

    /** Its packages in the order in which they came, a page at a time. */
    public PagedList<Long, Profile> getProfiles() {
        return profiles;
    }

    /** The states to choose from. */
    public LocalProfileState[] getStates() {
        return LocalProfileState.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocalProfileState getState() {
        return state;
    }

    public void setState(LocalProfileState state) {
        this.state = state;
    }

    public String getEid() {
        return eid;
    }

    public void setEid(String eid) {
        this.eid = eid;
    }
}
