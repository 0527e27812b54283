package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.factory.LocalProfileEvent;
import org.mintline.factory.LocalStock;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.DeletedKeysSigned;
import org.mintline.rsp.factory.PreloadedKeysRejectedException;
import org.mintline.rsp.factory.PreloadedKeysVerifier;
import org.mintline.rsp.identification.TransactionId;

/** Takes the proof of an eUICC that it deleted its unused keys: packages bound to them can never be installed (OFF-7). */
@Dependent
public class DeletionProof {
    private static final String ACTION = "deleteUnusedKeys";

    private final LocalRepository profiles;
    private final LocalReports reports;
    private final SmDpPlusKeys keys;
    private final Cryptography cryptography;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public DeletionProof(
            LocalRepository profiles,
            LocalReports reports,
            SmDpPlusKeys keys,
            Cryptography cryptography,
            LocalAudit audit,
            Clock clock) {
        this.profiles = profiles;
        this.reports = reports;
        this.keys = keys;
        this.cryptography = cryptography;
        this.audit = audit;
        this.clock = clock;
    }

    void take(Partner assistant, FpaSession session, DeleteUnusedKeysResponse proof) {
        DeletedKeysSigned signed = verified(assistant, session, proof);
        session.keysDeleted();
        List<TransactionId> gone = signed.keyIdentifiers().stream()
                .filter(key -> endPackage(session, key))
                .toList();
        if (!signed.keyIdentifiers().isEmpty() && isReported(session, signed, gone, proof.encoded())) {
            audit.done(
                    assistant,
                    ACTION,
                    "euicc:" + session.eid(),
                    signed.keyIdentifiers().size() + " keys, " + gone.size() + " packages here");
        }
    }

    private boolean endPackage(FpaSession session, TransactionId key) {
        Optional<LocalProfile> profile = profiles.lockByKey(key.text())
                .filter(one -> one.eid().equals(session.eid()))
                .filter(one -> one.happened(LocalProfileEvent.DELETE_KEY, Optional.empty(), clock.instant()));
        profile.ifPresent(one -> profiles.deletePackets(one.id()));
        return profile.isPresent();
    }

    /** The same proof goes once, and again where it ends packages that came after it. */
    private boolean isReported(FpaSession session, DeletedKeysSigned signed, List<TransactionId> gone, byte[] encoded) {
        if (reports.add(
                LocalStock.ReportKind.DELETED_KEYS, signed.encoded(), session.eid(), encoded, clock.instant())) {
            return true;
        }
        ByteArrayOutputStream evidence = new ByteArrayOutputStream();
        evidence.writeBytes(signed.encoded());
        gone.forEach(key -> evidence.writeBytes(key.text().getBytes(StandardCharsets.US_ASCII)));
        return !gone.isEmpty()
                && reports.add(
                        LocalStock.ReportKind.DELETED_KEYS,
                        evidence.toByteArray(),
                        session.eid(),
                        encoded,
                        clock.instant());
    }

    private DeletedKeysSigned verified(Partner assistant, FpaSession session, DeleteUnusedKeysResponse proof) {
        String subject = "euicc:" + session.eid();
        try {
            DeletedKeysSigned signed =
                    new PreloadedKeysVerifier(cryptography, keys.certificateVerifier()).verify(proof, clock.instant());
            if (signed.eid().digits().equals(session.eid())) {
                return signed;
            }
        } catch (CertificateRejectedException | PreloadedKeysRejectedException e) {
            throw audit.refusal(assistant, ACTION, subject, Reason.NOT_GENUINE, e.getMessage());
        }
        throw audit.refusal(assistant, ACTION, subject, Reason.NOT_GENUINE, "another eUICC signed the proof");
    }
}
