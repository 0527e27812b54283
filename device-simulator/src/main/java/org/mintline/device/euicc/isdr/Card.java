package org.mintline.device.euicc.isdr;

import java.time.Clock;
import java.util.List;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.configuration.Faults;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.device.euicc.state.EuiccState;
import org.mintline.device.euicc.state.StateCodec;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.EcdsaSignature;

/** What all functions of the card share: how it was made, what it remembers, and what it calculates with. */
public final class Card {
    private final EuiccConfiguration configuration;
    private final Cryptography cryptography;
    private final Clock clock;
    private final StateStore store;
    private final StateCodec codec;
    private final CertificateVerifier certificates;
    private final EuiccState state;
    private Faults faults = Faults.NONE;

    /**
     * Brings a card to life: with the state in the store, or as a new one.
     *
     * @param configuration how it was made
     * @param cryptography what it calculates with
     * @param clock the time at which certificates have to be valid
     * @param store where its state is kept
     */
    public Card(EuiccConfiguration configuration, Cryptography cryptography, Clock clock, StateStore store) {
        this.configuration = configuration;
        this.cryptography = cryptography;
        this.clock = clock;
        this.store = store;
        this.codec = new StateCodec(cryptography);
        this.certificates =
                new CertificateVerifier(cryptography, new TrustAnchors(configuration.ciCertificates()), List.of());
        this.state = store.load().map(codec::decode).orElseGet(() -> new EuiccState(configuration.defaultDpAddress()));
    }

    /** How the card was made. */
    public EuiccConfiguration configuration() {
        return configuration;
    }

    /** What the card remembers; whoever changes it calls {@link #commit} when the change is whole. */
    public EuiccState state() {
        return state;
    }

    /** What the card does wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** Sets what the card does wrong on purpose. */
    public void setFaults(Faults wanted) {
        faults = wanted;
    }

    /** Makes all changes since the last call outlive the power, in one step. */
    public void commit() {
        if (store.isDurable()) {
            store.save(codec.encode(state));
        }
    }

    Cryptography cryptography() {
        return cryptography;
    }

    CertificateVerifier certificates() {
        return certificates;
    }

    Clock clock() {
        return clock;
    }

    /** Signs, or spoils the signature where that fault is wanted. */
    EcdsaSignature sign(EuiccCredentials credentials, Fault fault, byte[]... parts) {
        boolean spoilt = faults.has(fault);
        return new EcdsaSignature(cryptography.sign(credentials.skEuicc(), spoilt ? new byte[][] {{0}} : parts));
    }
}
