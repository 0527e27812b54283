package org.mintline.device.euicc.isdr;

import java.util.List;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.PreloadedOneTimeKey;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.factory.PrepareFactoryDownloadRequest;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.tlv.DecodeException;

/**
 * ES10f.PrepareFactoryDownload, of our own format: opens a load session for a package that was bound to a preloaded key. It
 * changes nothing that outlives the power.
 */
final class PrepareFactoryDownload {
    private final Card card;
    private final RspSession session;

    PrepareFactoryDownload(Card card, RspSession session) {
        this.card = card;
        this.session = session;
    }

    PrepareFactoryDownloadResponse prepareFactoryDownload(PrepareFactoryDownloadRequest request) {
        try {
            session.setPrepared(prepare(request));
            return new PrepareFactoryDownloadResponse(request.keyIdentifier(), PrepareFactoryDownloadResult.OK);
        } catch (RefusedException e) {
            session.end();
            return new PrepareFactoryDownloadResponse(request.keyIdentifier(), e.result);
        }
    }

    private RspSession.Prepared prepare(PrepareFactoryDownloadRequest request) {
        RspCertificate certificate = verifiedCertificate(request);
        ObjectIdentifier smdpOid = certificate
                .registeredId()
                .map(ObjectIdentifier::new)
                .orElseThrow(() -> new RefusedException(PrepareFactoryDownloadResult.INVALID_CERTIFICATE));
        PreloadedOneTimeKey.Available key = availableKey(request);
        if (EllipticCurve.of(key.otsk()) != certificate.curve()) {
            throw new RefusedException(PrepareFactoryDownloadResult.UNSUPPORTED_CURVE);
        }
        EuiccCredentials credentials = card.configuration()
                .credentials(key.euiccCiPKId())
                .orElseThrow(() -> new RefusedException(PrepareFactoryDownloadResult.UNDEFINED_ERROR));
        return new RspSession.Prepared(
                key.keyIdentifier(),
                smdpOid,
                request.smdpAddress(),
                credentials,
                certificate,
                new LoadKey.Preloaded(card.state(), key.keyIdentifier()));
    }

    private RspCertificate verifiedCertificate(PrepareFactoryDownloadRequest request) {
        try {
            RspCertificate certificate = RspCertificate.decode(request.smdpCertificate());
            List<RspCertificate> others = request.otherCertsInChain().stream()
                    .map(RspCertificate::decode)
                    .toList();
            card.certificates()
                    .verify(
                            CertificateRole.DP_PB,
                            certificate,
                            others,
                            card.clock().instant());
            return certificate;
        } catch (CertificateRejectedException e) {
            throw new RefusedException(
                    switch (e.reason()) {
                        case EXPIRED -> PrepareFactoryDownloadResult.EXPIRED_CERTIFICATE;
                        case UNKNOWN_CI -> PrepareFactoryDownloadResult.UNKNOWN_CI;
                        default -> PrepareFactoryDownloadResult.INVALID_CERTIFICATE;
                    });
        } catch (DecodeException e) {
            throw new RefusedException(PrepareFactoryDownloadResult.INVALID_CERTIFICATE);
        }
    }

    private PreloadedOneTimeKey.Available availableKey(PrepareFactoryDownloadRequest request) {
        PreloadedOneTimeKey key = card.state()
                .preloadedKey(request.keyIdentifier())
                .orElseThrow(() -> new RefusedException(PrepareFactoryDownloadResult.UNKNOWN_KEY));
        if (key instanceof PreloadedOneTimeKey.Available available) {
            return available;
        }
        boolean deleted = key instanceof PreloadedOneTimeKey.Spent spent && spent.deleted();
        throw new RefusedException(
                deleted ? PrepareFactoryDownloadResult.DELETED_KEY : PrepareFactoryDownloadResult.USED_KEY);
    }

    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final PrepareFactoryDownloadResult result;

        RefusedException(PrepareFactoryDownloadResult result) {
            super(result.name(), null, false, false);
            this.result = result;
        }
    }
}
