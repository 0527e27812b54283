package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mintline.rsp.station.JigSettings;
import org.mintline.support.Stations;
import org.mintline.support.Stations.Station;
import org.mintline.support.SupportException;

/** The stations of the factory, how each has to authenticate devices, and whether it is served. */
@Named
@ViewScoped
public class StationsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Stations stations;

    @Inject
    private ConsoleUser user;

    private transient List<Station> read;

    /** Reads the stations. */
    public void load() {
        user.requirePlatform();
        read = stations.list();
    }

    /** Serves a station again, or no more. */
    public void changeEnabled(Station station) {
        user.requireFactory();
        try {
            stations.change(station.id(), station.lot(), station.rules(), !station.isEnabled(), user.getActor());
            Messages.done(station.isEnabled() ? "stations.is-shut-out" : "stations.is-served", station.name());
        } catch (SupportException refusal) {
            Messages.refused("stations.refused", refusal.getMessage());
        }
        load();
    }

    /** The stations, by name. */
    public List<Station> getStations() {
        if (read == null) {
            load();
        }
        return read;
    }

    /** What the jig of a station is set to, as text. */
    public String jig(Station station) {
        return station.rules().jig().map(StationsPage::inWords).orElse("");
    }

    private static String inWords(JigSettings jig) {
        return Texts.of(
                "stations.jig-settings",
                jig.volt().toPlainString(),
                jig.ampere().toPlainString(),
                jig.tolerance().toPlainString(),
                jig.samples());
    }
}
