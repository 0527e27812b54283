package org.mintline.device.lpa;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.https.HttpsClient;
import org.mintline.device.https.RspServerTrust;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.identification.ServerAddress;

/** Reaches RSP servers over TLS, with one client for each address. May be used by many LPAs at once. */
public final class RspServers implements Function<ServerAddress, Es9PlusClient> {
    private final List<RspCertificate> ciCertificates;
    private final ConnectTo connectTo;
    private final Binding binding;
    private final Clock clock;
    private final Map<ServerAddress, Es9PlusClient> clients = new ConcurrentHashMap<>();

    /** The bindings of ES9+. */
    public enum Binding {
        /** Clause 6.5. */
        JSON,
        /** Clause 6.6. */
        ASN1
    }

    /**
     * @param ciCertificates certificates of the CI keys on the eUICC
     * @param connectTo where servers are reached
     * @param binding how they are spoken to
     */
    public RspServers(Collection<RspCertificate> ciCertificates, ConnectTo connectTo, Binding binding) {
        this(ciCertificates, connectTo, binding, Clock.systemUTC());
    }

    /**
     * @param ciCertificates certificates of the CI keys on the eUICC
     * @param connectTo where servers are reached
     * @param binding how they are spoken to
     * @param clock the time at which certificates have to be valid
     */
    public RspServers(Collection<RspCertificate> ciCertificates, ConnectTo connectTo, Binding binding, Clock clock) {
        this.ciCertificates = List.copyOf(ciCertificates);
        this.connectTo = connectTo;
        this.binding = binding;
        this.clock = clock;
    }

    @Override
    public Es9PlusClient apply(ServerAddress address) {
        return clients.computeIfAbsent(address, this::client);
    }

    private Es9PlusClient client(ServerAddress address) {
        String host = address.host().toString();
        RspServerTrust trust = new RspServerTrust(host, ciCertificates, clock);
        HttpsClient https = new HttpsClient(host, connectTo.of(address), trust.context());
        return binding == Binding.ASN1 ? new Asn1Es9PlusClient(https) : new JsonEs9PlusClient(https);
    }
}
