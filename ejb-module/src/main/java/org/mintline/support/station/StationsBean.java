package org.mintline.support.station;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.support.Stations;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;
import org.mintline.tenancy.ClientCertificate;

/** The stations of a factory, over the database. */
@Stateless
public class StationsBean implements Stations {
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private StationRepository stations;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected StationsBean() {}

    /** Of the given parts. */
    @Inject
    public StationsBean(StationRepository stations, AuditTrail audit, Clock clock) {
        this.stations = stations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Station> list() {
        return stations.list().stream().map(StationEntity::toStation).toList();
    }

    @Override
    public Optional<Station> find(long id) {
        return stations.find(id).map(StationEntity::toStation);
    }

    @Override
    public Optional<Station> findByClientCertificate(X509Certificate certificate) {
        Optional<Station> station = stations.findByFingerprint(ClientCertificate.fingerprint(certificate))
                .map(StationEntity::toStation)
                .filter(Station::isEnabled);
        Instant now = clock.instant();
        station.filter(one -> one.lastSeenAt()
                        .filter(at -> at.plus(SEEN_TO).isAfter(now))
                        .isEmpty())
                .ifPresent(one -> stations.seen(one.id(), now, now.minus(SEEN_TO)));
        return station;
    }

    @Override
    public Station register(
            String name,
            X509Certificate certificate,
            Optional<String> lot,
            AuthenticationRules rules,
            String requestedBy) {
        if (!name.matches("[A-Za-z0-9._ -]{1,100}") || name.isBlank()) {
            throw new SupportException(
                    Reason.MALFORMED,
                    "the name of a station has 1 to 100 letters, digits, spaces, dots, hyphens and underscores");
        }
        if (stations.findByName(name).isPresent()) {
            throw new SupportException(Reason.TAKEN, "there is a station " + name);
        }
        requireFree(certificate);
        StationEntity station = new StationEntity(name, certificate, checked(lot), rules, clock.instant());
        stations.add(station);
        return recorded(station, "registerStation", requestedBy);
    }

    @Override
    public Station change(
            long id, Optional<String> lot, AuthenticationRules rules, boolean isEnabled, String requestedBy) {
        StationEntity station = existing(id);
        station.change(checked(lot), rules, isEnabled);
        return recorded(station, "changeStation", requestedBy);
    }

    @Override
    public Station changeCertificate(long id, X509Certificate certificate, String requestedBy) {
        StationEntity station = existing(id);
        requireFree(certificate);
        station.change(certificate);
        return recorded(station, "changeStationCertificate", requestedBy);
    }

    private StationEntity existing(long id) {
        return stations.find(id)
                .orElseThrow(() -> new SupportException(Reason.UNKNOWN, "there is no station with the number " + id));
    }

    private void requireFree(X509Certificate certificate) {
        if (stations.findByFingerprint(ClientCertificate.fingerprint(certificate))
                .isPresent()) {
            throw new SupportException(Reason.TAKEN, "a station has that client certificate");
        }
    }

    private static Optional<String> checked(Optional<String> lot) {
        if (lot.filter(name -> name.isBlank() || name.length() > 100).isPresent()) {
            throw new SupportException(Reason.MALFORMED, "a lot has 1 to 100 characters");
        }
        return lot;
    }

    private Station recorded(StationEntity changed, String action, String requestedBy) {
        Station station = changed.toStation();
        audit.record(new AuditEvent(
                Optional.empty(),
                requestedBy,
                action,
                "station:" + station.id(),
                "done",
                station.name() + ", certificate " + station.fingerprint() + ", manner "
                        + station.rules().manner() + ", lot " + station.lot().orElse("any")
                        + (station.rules().isTestAllowed() ? ", test allowed" : "")
                        + (station.isEnabled() ? "" : ", disabled")));
        return station;
    }
}
