package org.mintline.rsp.fuzz;

import static net.jqwik.api.Combinators.combine;
import static org.mintline.rsp.fuzz.MessageValues.CERTIFICATE;
import static org.mintline.rsp.fuzz.MessageValues.EID;
import static org.mintline.rsp.fuzz.MessageValues.EUICC_INFO_2;
import static org.mintline.rsp.fuzz.MessageValues.POINT;
import static org.mintline.rsp.fuzz.MessageValues.SIGNATURE;
import static org.mintline.rsp.fuzz.MessageValues.octets;
import static org.mintline.rsp.fuzz.MessageValues.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.mintline.rsp.factory.DeleteUnusedKeysRequest;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.DeletedKeysSigned;
import org.mintline.rsp.factory.Es10fRequest;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PreloadedKeysSigned;
import org.mintline.rsp.factory.PrepareFactoryDownloadRequest;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;
import org.mintline.rsp.identification.TransactionId;

/** Every message of {@code factory}. */
final class FactoryCodecs {
    private static final Arbitrary<TransactionId> KEY_IDENTIFIER =
            octets(16, 16).map(TransactionId::of);
    private static final Arbitrary<PreloadedKeysSigned> SIGNED = combine(
                    EID,
                    EUICC_INFO_2,
                    combine(KEY_IDENTIFIER, POINT).as(PreloadedKey::new).list().ofMaxSize(3))
            .as(PreloadedKeysSigned::of);
    private static final Arbitrary<Es10fRequest> REQUEST = Arbitraries.oneOf(
            Arbitraries.just(new DeleteUnusedKeysRequest()),
            combine(KEY_IDENTIFIER, text(80), CERTIFICATE, CERTIFICATE.list().ofMaxSize(3))
                    .as(PrepareFactoryDownloadRequest::new));
    private static final Arbitrary<DeletedKeysSigned> DELETED =
            combine(EID, KEY_IDENTIFIER.list().ofMaxSize(3)).as(DeletedKeysSigned::of);

    static final List<Codec<?>> ALL = List.of(
            new Codec<>(
                    PreloadedKeys.class,
                    combine(SIGNED, SIGNATURE, CERTIFICATE, CERTIFICATE).as(PreloadedKeys::new),
                    PreloadedKeys::encoded,
                    PreloadedKeys::decode),
            new Codec<>(Es10fRequest.class, REQUEST, Es10fRequest::encoded, Es10fRequest::decode),
            new Codec<>(
                    PrepareFactoryDownloadResponse.class,
                    combine(KEY_IDENTIFIER, Arbitraries.of(PrepareFactoryDownloadResult.class))
                            .as(PrepareFactoryDownloadResponse::new),
                    PrepareFactoryDownloadResponse::encoded,
                    PrepareFactoryDownloadResponse::decode),
            new Codec<>(
                    DeleteUnusedKeysResponse.class,
                    combine(DELETED, SIGNATURE, CERTIFICATE, CERTIFICATE).as(DeleteUnusedKeysResponse::new),
                    DeleteUnusedKeysResponse::encoded,
                    DeleteUnusedKeysResponse::decode));

    private FactoryCodecs() {}

    static List<Decoder<?>> decoders() {
        return ALL.stream().<Decoder<?>>map(Codec::decoder).toList();
    }
}
