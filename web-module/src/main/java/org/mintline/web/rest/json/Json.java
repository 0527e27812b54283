package org.mintline.web.rest.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes JSON bodies.
 *
 * <p>Bounds: 16 levels of nesting, member names of 64 characters, numbers of 32 digits, strings of 2 MiB (the path has its own
 * limit of the whole body before this). A member given twice, a value of another type than the one defined, and anything
 * behind the body are refused; unknown members are ignored. Binary values are base64 without line breaks, times are ISO 8601 in
 * UTC.
 */
public final class Json {
    private static final int MAXIMUM_DEPTH = 16;
    private static final int MAXIMUM_NAME = 64;
    private static final int MAXIMUM_NUMBER = 32;
    private static final int MAXIMUM_STRING = 2 * 1024 * 1024;

    private static final ObjectMapper MAPPER = mapper();
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new Verbatim())
            .traversableResolver(new Everything())
            .buildValidatorFactory()
            .getValidator();

    private Json() {}

    /**
     * Reads one body.
     *
     * @param body the whole body
     * @param type the record to make of it
     * @throws InvalidBodyException if it is not JSON, or not of that shape
     */
    public static <T> T read(byte[] body, Class<T> type) {
        if (!isUtf8(body)) {
            throw InvalidBodyException.malformed("the body is not text in UTF-8");
        }
        T value;
        try {
            value = MAPPER.readValue(body, type);
        } catch (JsonMappingException e) {
            throw InvalidBodyException.malformed(where(e));
        } catch (JsonProcessingException e) {
            throw InvalidBodyException.malformed("the body is not JSON within the bounds of this interface");
        } catch (IOException e) {
            throw InvalidBodyException.malformed("the body is not text in UTF-8");
        }
        if (value == null) {
            throw InvalidBodyException.malformed("the body is null");
        }
        check(value);
        return value;
    }

    /** Whether the first four bytes may begin a text in UTF-8: those of UTF-16 and UTF-32 show a zero or a byte order mark. */
    private static boolean isUtf8(byte[] body) {
        for (int index = 0; index < Math.min(body.length, 4); index++) {
            int octet = Byte.toUnsignedInt(body[index]);
            if (octet == 0 || octet >= 0xFE) {
                return false;
            }
        }
        return true;
    }

    /** Writes one body. */
    static byte[] write(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    private static <T> void check(T value) {
        Set<ConstraintViolation<T>> violations = VALIDATOR.validate(value);
        if (violations.isEmpty()) {
            return;
        }
        Set<ConstraintViolation<T>> missing = violations.stream()
                .filter(violation -> violation.getConstraintDescriptor().getAnnotation() instanceof NotNull)
                .collect(Collectors.toSet());
        if (missing.size() == violations.size()) {
            throw InvalidBodyException.missing(names(missing));
        }
        violations.removeAll(missing);
        throw InvalidBodyException.malformed(names(violations) + " has not the form that is defined for it");
    }

    private static <T> String names(Set<ConstraintViolation<T>> violations) {
        return violations.stream()
                .map(violation -> violation.getPropertyPath().toString())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
    }

    private static String where(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(reference -> reference.getFieldName() == null ? "[]" : reference.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the body is not the JSON object of this function" : path + " is not of its type";
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxNameLength(MAXIMUM_NAME)
                        .maxNumberLength(MAXIMUM_NUMBER)
                        .maxStringLength(MAXIMUM_STRING)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsEmpty))
                .addModule(new SimpleModule()
                        .addDeserializer(byte[].class, new Base64Text())
                        .addDeserializer(Instant.class, new UtcTime())
                        .addSerializer(Instant.class, ToStringSerializer.instance))
                .build();
    }

    /** Takes octets as base64 text and in no other form. */
    private static final class Base64Text extends StdDeserializer<byte[]> {
        private static final long serialVersionUID = 1L;

        Base64Text() {
            super(byte[].class);
        }

        @Override
        public byte[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? parser.getBinaryValue()
                    : (byte[]) context.handleUnexpectedToken(byte[].class, parser);
        }
    }

    /** Takes times as ISO 8601 in UTC and in no other form. */
    private static final class UtcTime extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        UtcTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeParseException e) {
                throw JsonMappingException.from(parser, "no time in UTC", e);
            }
        }
    }

    /** Lets every component be checked: a body is no entity of which parts may not be loaded. */
    private static final class Everything implements TraversableResolver {
        @Override
        public boolean isReachable(
                Object bean, Path.Node property, Class<?> rootType, Path path, ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object bean, Path.Node property, Class<?> rootType, Path path, ElementType elementType) {
            return true;
        }
    }

    /** Leaves messages as they are: none is shown, and none shall be evaluated as an expression. */
    private static final class Verbatim implements MessageInterpolator {
        @Override
        public String interpolate(String messageTemplate, Context context) {
            return messageTemplate;
        }

        @Override
        public String interpolate(String messageTemplate, Context context, Locale locale) {
            return messageTemplate;
        }
    }
}
