package org.mintline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that the server hands out against the interfaces that it implements. */
class OpenApiTest {
    private static final Map<String, Object> DOCUMENT = document();
    private static final Map<String, Method> IMPLEMENTED = implemented();

    @Test
    void every_operation_is_described_and_nothing_else() {
        Set<String> described = map(DOCUMENT, "paths").entrySet().stream()
                .flatMap(path -> asMap(path.getValue()).keySet().stream()
                        .filter(key ->
                                Set.of("get", "post", "put", "delete", "patch").contains(key))
                        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());

        assertThat(described).isEqualTo(IMPLEMENTED.keySet());
    }

    @Test
    void every_schema_is_used() throws IOException {
        String text = Files.readString(java.nio.file.Path.of("src/main/webapp/openapi.yaml"));

        assertThat(map(DOCUMENT, "components", "schemas").keySet())
                .allSatisfy(name -> assertThat(text).contains("'#/components/schemas/" + name + "'"));
    }

    @TestFactory
    Stream<DynamicTest> request_bodies_are_described_as_they_are() {
        return IMPLEMENTED.entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    Optional<Parameter> body = body(operation.getValue());
                    Map<String, Object> description = describedOperation(operation.getKey());
                    assertThat(description.containsKey("requestBody")).isEqualTo(body.isPresent());
                    if (body.isPresent()) {
                        Map<String, Object> content = map(description, "requestBody", "content");
                        assertThat(content).containsOnlyKeys(mediaTypes(operation.getValue(), Consumes.class));
                        if (body.get().getType().isRecord()) {
                            Schemas.check(DOCUMENT, schema(content), body.get().getType());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> answers_are_described_as_they_are() {
        return IMPLEMENTED.entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    Map<String, Object> responses = map(describedOperation(operation.getKey()), "responses");
                    Type type = operation.getValue().getGenericReturnType();
                    if (type == void.class) {
                        assertThat(responses).containsKey("204");
                        return;
                    }
                    Map<String, Object> content = responses.entrySet().stream()
                            .filter(response -> response.getKey().matches("20[01]"))
                            .map(response -> map(asMap(response.getValue()), "content"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(content).containsOnlyKeys(mediaTypes(operation.getValue(), Produces.class));
                    if (type instanceof Class<?> record && record.isRecord()) {
                        Schemas.check(DOCUMENT, schema(content), record);
                    } else if (type instanceof ParameterizedType list) {
                        assertThat(schema(content)).containsEntry("type", "array");
                        Schemas.check(
                                DOCUMENT, map(schema(content), "items"), (Class<?>) list.getActualTypeArguments()[0]);
                    }
                }));
    }

    private static Map<String, Object> describedOperation(String operation) {
        String[] parts = operation.split(" ");
        return map(DOCUMENT, "paths", parts[1], parts[0].toLowerCase(java.util.Locale.ROOT));
    }

    private static Map<String, Object> schema(Map<String, Object> content) {
        return map(asMap(content.values().iterator().next()), "schema");
    }

    private static Optional<Parameter> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .findFirst();
    }

    private static String[] mediaTypes(Method method, Class<? extends Annotation> kind) {
        Annotation own = method.getAnnotation(kind);
        Annotation found = own != null ? own : method.getDeclaringClass().getAnnotation(kind);
        if (found == null) {
            return new String[] {MediaType.WILDCARD};
        }
        return found instanceof Consumes consumes ? consumes.value() : ((Produces) found).value();
    }

    private static Map<String, Method> implemented() {
        Map<String, Method> operations = new TreeMap<>();
        List<JavaClass> applications = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.mintline.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ApplicationPath.class))
                        .toList();
        assertThat(applications).isNotEmpty();
        for (JavaClass type : applications) {
            for (Class<?> resource : application(type.reflect()).getClasses()) {
                if (resource.isAnnotationPresent(Path.class)) {
                    add(
                            operations,
                            type.reflect().getAnnotation(ApplicationPath.class).value(),
                            resource);
                }
            }
        }
        return operations;
    }

    private static void add(Map<String, Method> operations, String base, Class<?> resource) {
        String path = base + "/" + resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(found -> found != null)
                    .forEach(found -> {
                        Path below = method.getAnnotation(Path.class);
                        String whole = below == null ? path : path + "/" + below.value();
                        operations.put(found.value() + " " + tidy(whole), method);
                    });
        }
    }

    private static String tidy(String path) {
        return path.replaceAll(": *[^{}]*}", "}").replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static Application application(Class<?> type) {
        try {
            return (Application) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> document() {
        try {
            String text = Files.readString(java.nio.file.Path.of("src/main/webapp/openapi.yaml"));
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, Object> map(Map<String, Object> from, String... path) {
        Map<String, Object> current = from;
        for (String step : path) {
            current = asMap(current.get(step));
            assertThat(current).as(String.join(".", path)).isNotNull();
        }
        return current;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
