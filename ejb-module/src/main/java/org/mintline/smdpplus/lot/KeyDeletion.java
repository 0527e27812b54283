package org.mintline.smdpplus.lot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.DeletedKeysSigned;
import org.mintline.rsp.factory.PreloadedKeysRejectedException;
import org.mintline.rsp.factory.PreloadedKeysVerifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.smdpplus.EuiccLots.Deleted;
import org.mintline.smdpplus.EuiccLots.RefusedException;
import org.mintline.smdpplus.transaction.Transactions;

/** Takes the word of eUICCs that they deleted keys (ES10f.DeleteUnusedKeys). */
@Dependent
public class KeyDeletion {
    private static final String FUNCTION = "deleteUnusedKeys";

    private final LotRepository lots;
    private final KeyClaims claims;
    private final SmDpPlusKeys keys;
    private final Cryptography cryptography;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public KeyDeletion(
            LotRepository lots,
            KeyClaims claims,
            SmDpPlusKeys keys,
            Cryptography cryptography,
            Transactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.lots = lots;
        this.claims = claims;
        this.keys = keys;
        this.cryptography = cryptography;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Deleted execute(byte[] encoded, String actor) {
        DeleteUnusedKeysResponse response = DeleteUnusedKeysResponse.decode(encoded);
        String eid = response.signed().eid().digits();
        try {
            DeletedKeysSigned signed = new PreloadedKeysVerifier(cryptography, keys.certificateVerifier())
                    .verify(response, clock.instant());
            return transactions.call(() -> take(signed, actor));
        } catch (CertificateRejectedException | PreloadedKeysRejectedException e) {
            audit.recordRefusal(
                    new AuditEvent(Optional.empty(), actor, FUNCTION, "euicc:" + eid, "refused", e.getMessage()));
            throw new RefusedException(e.getMessage());
        }
    }

    private Deleted take(DeletedKeysSigned signed, String actor) {
        Instant now = clock.instant();
        String eid = signed.eid().digits();
        if (lots.findEuiccs(List.of(eid)).isEmpty()) {
            throw new RefusedException("no lot has the eUICC " + eid);
        }
        List<LotKey> gone = own(signed).stream()
                .filter(key -> key.end(KeyEvent.DELETE, now))
                .toList();
        List<String> backInStock = claims.deleted(gone, now);
        if (!gone.isEmpty()) {
            audit.record(new AuditEvent(
                    Optional.empty(),
                    actor,
                    FUNCTION,
                    "euicc:" + eid,
                    "done",
                    gone.size() + " keys; in stock again: " + String.join(" ", backInStock)));
        }
        return new Deleted(eid, gone.size(), backInStock);
    }

    private List<LotKey> own(DeletedKeysSigned signed) {
        List<LotKey> named = signed.keyIdentifiers().isEmpty()
                ? List.of()
                : lots.findKeys(signed.keyIdentifiers().stream()
                        .map(TransactionId::text)
                        .toList());
        Map<Long, LotEuicc> euiccs =
                lots.euiccs(named.stream().map(LotKey::euiccId).collect(Collectors.toSet()));
        return named.stream()
                .filter(key -> euiccs.get(key.euiccId()).eid().equals(signed.eid()))
                .toList();
    }
}
