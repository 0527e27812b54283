package org.mintline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a schema of the document with the record that is read or written. */
final class Schemas {
    private static final String REFERENCE = "#/components/schemas/";

    private Schemas() {}

    /** Makes sure that the schema has the members, types and constraints of the record, and of the records inside it. */
    static void check(Map<String, Object> document, Map<String, Object> schema, Class<?> record) {
        Map<String, Object> resolved = resolve(document, schema);
        assertThat(resolved).as(record.getName()).containsEntry("type", "object");
        Map<String, Object> properties = OpenApiTest.map(resolved, "properties");
        assertThat(properties.keySet())
                .as(record.getName())
                .isEqualTo(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
        boolean request = hasConstraints(record);
        if (request) {
            assertThat(resolved.getOrDefault("required", List.of()))
                    .as(record.getName())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                            .filter(component -> component.getAccessor().isAnnotationPresent(NotNull.class))
                            .map(RecordComponent::getName)
                            .toList());
        }
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> property = OpenApiTest.asMap(properties.get(component.getName()));
            checkType(document, property, component);
            checkConstraints(property, component);
        }
    }

    private static boolean hasConstraints(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(NotNull.class));
    }

    private static void checkType(Map<String, Object> document, Map<String, Object> schema, RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isRecord()) {
            check(document, schema, type);
        } else if (List.class.isAssignableFrom(type)) {
            assertThat(schema).as(component.toString()).containsEntry("type", "array");
            Class<?> item = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            if (item.isRecord()) {
                check(document, OpenApiTest.map(schema, "items"), item);
            } else {
                assertThat(resolve(document, OpenApiTest.map(schema, "items"))).containsAllEntriesOf(simple(item));
            }
        } else {
            Map<String, Object> resolved = resolve(document, schema);
            assertThat(resolved).as(component.toString()).containsAllEntriesOf(simple(type));
            if (type.isEnum()) {
                Set<String> names = Arrays.stream(type.getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.toSet());
                assertThat(resolved.get("enum"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                        .containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == byte[].class) {
            return Map.of("type", "string", "format", "byte");
        }
        if (type == String.class || type.isEnum()) {
            return Map.of("type", "string");
        }
        if (type == Boolean.class || type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return Map.of("type", "integer");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == Map.class) {
            return Map.of("type", "object");
        }
        if (type == URI.class) {
            return Map.of("type", "string", "format", "uri");
        }
        throw new AssertionError("no schema is known for " + type);
    }

    private static void checkConstraints(Map<String, Object> schema, RecordComponent component) {
        String name = component.toString();
        Pattern pattern = component.getAccessor().getAnnotation(Pattern.class);
        assertThat(schema.get("pattern")).as(name).isEqualTo(pattern == null ? null : pattern.regexp());
        Size size = component.getAccessor().getAnnotation(Size.class);
        if (component.getType() == String.class) {
            assertThat(schema.get("maxLength")).as(name).isEqualTo(size == null ? null : size.max());
            assertThat(schema.get("minLength")).as(name).isEqualTo(size == null || size.min() == 0 ? null : size.min());
        }
        Min minimum = component.getAccessor().getAnnotation(Min.class);
        assertThat(schema.get("minimum")).as(name).isEqualTo(minimum == null ? null : (int) minimum.value());
        Max maximum = component.getAccessor().getAnnotation(Max.class);
        assertThat(schema.get("maximum")).as(name).isEqualTo(maximum == null ? null : (int) maximum.value());
    }

    private static Map<String, Object> resolve(Map<String, Object> document, Map<String, Object> schema) {
        Object reference = schema.get("$ref");
        if (reference == null) {
            return schema;
        }
        return OpenApiTest.map(
                document, "components", "schemas", reference.toString().substring(REFERENCE.length()));
    }
}
