package org.mintline.rsp.fuzz;

import static net.jqwik.api.Combinators.combine;
import static org.mintline.rsp.fuzz.MessageValues.octets;
import static org.mintline.rsp.fuzz.MessageValues.text;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.certificate.RevocationList;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.data.ExtCardResource;
import org.mintline.rsp.es10.Es10Request;
import org.mintline.rsp.es8plus.Binding;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es8plus.ConfigureIsdpRequest;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.es8plus.ReplaceSessionKeysRequest;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningRequest;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import org.mintline.rsp.profilepackage.value.AlphaText;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/** Every decoder of bytes from outside: those of the messages, and the others. */
final class Decoders {
    private static final int SAMPLES = 8;

    private Decoders() {}

    static List<Decoder<?>> all() {
        return Stream.of(
                        MessageCodecs.decoders(),
                        FactoryCodecs.decoders(),
                        ImageCodecs.decoders(),
                        BulkCodecs.decoders(),
                        ofRequests(),
                        ofPackages(),
                        ofCertificates(),
                        ofValues())
                .flatMap(List::stream)
                .toList();
    }

    /** A request has a decoder of its own besides the one that tells requests by their tags. */
    private static List<Decoder<?>> ofRequests() {
        Stream<Decoder<?>> es10 = MessageCodecs.ES10_REQUESTS.stream()
                .map(values -> ofRequest(Es10Request.class, values, Es10Request::encoded));
        Stream<Decoder<?>> es9Plus = MessageCodecs.ES9PLUS_REQUESTS.stream()
                .map(values -> ofRequest(
                        RemoteProfileProvisioningRequest.class, values, RemoteProfileProvisioningRequest::encoded));
        return Stream.concat(es10, es9Plus).toList();
    }

    private static <T> Decoder<Object> ofRequest(
            Class<T> request, Arbitrary<? extends T> values, Function<T, byte[]> encode) {
        List<? extends T> samples = values.sampleStream().limit(SAMPLES).toList();
        Class<?> type = samples.get(0).getClass();
        return new Decoder<>(
                type,
                () -> samples.stream().<byte[]>map(encode::apply).toList(),
                input -> decode(type, input),
                value -> encode.apply(request.cast(value)));
    }

    private static Object decode(Class<?> type, byte[] input) {
        try {
            return type.getMethod("decode", byte[].class).invoke(null, (Object) input);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DecodeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Decoder<?>> ofPackages() {
        List<byte[]> bound = boundProfilePackages();
        BoundProfilePackage.Parts parts = new BoundProfilePackage(bound.get(0)).parts();
        byte[] keys = Tlv.encode(
                ReplaceSessionKeysRequest.TAG,
                Tlv.encode(0x80, new byte[16]),
                Tlv.encode(0x81, new byte[16]),
                Tlv.encode(0x82, new byte[16]));
        byte[] data = Tlv.encode(0xB8, Tlv.encode(0x80, new byte[] {(byte) 0x88, 0x37}));
        return List.of(
                new Decoder<>(
                        BoundProfilePackage.class,
                        () -> bound,
                        Decoders::boundProfilePackage,
                        BoundProfilePackage::encoded),
                new Decoder<>(
                        InitialiseSecureChannelRequest.class,
                        () -> List.of(parts.initialiseSecureChannel().encoded()),
                        InitialiseSecureChannelRequest::decode,
                        InitialiseSecureChannelRequest::encoded),
                new Decoder<>(
                        ReplaceSessionKeysRequest.class,
                        () -> List.of(keys),
                        ReplaceSessionKeysRequest::decode,
                        ReplaceSessionKeysRequest::encoded),
                new Decoder<>(
                        ConfigureIsdpRequest.class,
                        () -> List.of(
                                ConfigureIsdpRequest.of(data).encoded(),
                                ConfigureIsdpRequest.empty().encoded()),
                        ConfigureIsdpRequest::decode,
                        ConfigureIsdpRequest::encoded),
                new Decoder<>(
                        ProfilePackage.class,
                        () -> List.of(
                                TemplateCompiler.compile(DefaultTemplate.yaml()).encoded()),
                        ProfilePackage::decode,
                        ProfilePackage::encoded));
    }

    private static List<Decoder<?>> ofCertificates() {
        IssuedCertificates issued = IssuedCertificates.create();
        RspCertificate issuer = RspCertificate.decode(issued.certificate());
        return List.of(
                new Decoder<>(
                        RspCertificate.class,
                        () -> List.of(issued.certificate()),
                        RspCertificate::decode,
                        RspCertificate::encoded),
                Decoder.ofNoEncoding(
                        RevocationList.class,
                        () -> List.of(issued.revocationList()),
                        der -> RevocationList.decode(der, issuer)));
    }

    private static List<Decoder<?>> ofValues() {
        Arbitrary<Integer> octet = Arbitraries.integers().between(0, 255);
        Arbitrary<CommandApdu> commands = combine(
                        octet,
                        octet,
                        octets(0, CommandApdu.MAXIMUM_DATA),
                        Arbitraries.integers().between(1, 256).optional())
                .as((ins, p1, data, le) -> new CommandApdu(
                        0x80, ins, p1, 0, data, le.map(OptionalInt::of).orElse(OptionalInt.empty())));
        return List.of(
                new Codec<>(CommandApdu.class, commands, CommandApdu::encoded, CommandApdu::decode).decoder(),
                new Codec<>(
                                ResponseApdu.class,
                                octets(0, 256).map(data -> new ResponseApdu(data, 0x9000)),
                                ResponseApdu::encoded,
                                ResponseApdu::decode)
                        .decoder(),
                new Codec<>(
                                ExtCardResource.class,
                                MessageValues.EXT_CARD_RESOURCE,
                                ExtCardResource::value,
                                ExtCardResource::decode)
                        .decoder(),
                Decoder.ofNoEncoding(
                        AlphaText.class,
                        () -> text(20).sampleStream()
                                .limit(8)
                                .map(t -> AlphaText.encode(t, 48))
                                .toList(),
                        (Function<byte[], String>) AlphaText::decode));
    }

    /** Reads it in both ways that there are. */
    private static BoundProfilePackage boundProfilePackage(byte[] input) {
        BoundProfilePackage bound = new BoundProfilePackage(input);
        bound.parts();
        bound.storeDataPieces();
        return bound;
    }

    private static List<byte[]> boundProfilePackages() {
        Cryptography cryptography = Cryptography.system();
        Randomness randomness = new ReproducibleRandomness(1);
        KeyPair dpPb = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        KeyPair euicc = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        Binding binding = Binding.open(
                cryptography,
                new Binding.Session(
                        new byte[16],
                        new byte[16],
                        Cryptography.encodePoint(euicc.getPublic()),
                        "smdpplus".getBytes(StandardCharsets.US_ASCII)),
                cryptography.generateKeyPair(EllipticCurve.NIST_P256),
                signed -> cryptography.sign(dpPb.getPrivate(), signed),
                ConfigureIsdpRequest.empty(),
                Tlv.encode(0xBF25, Tlv.encode(0x5A, new byte[10])));
        UnprotectedProfilePackage profile = new UnprotectedProfilePackage(new byte[1_500]);
        return List.of(
                profile.protect(randomness).bind(binding).encoded(),
                profile.bind(binding).encoded());
    }
}
