package org.mintline.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;

/**
 * Times each function of a {@link MeasuredInterface} under the name {@code mintline.function}, with the tags {@code interface},
 * {@code function} and {@code outcome}: {@code Executed-Success}, the subject and reason code of a refusal ({@code 8.2.6/3.8}), or
 * {@code error} where something here went wrong.
 */
public class FunctionMeter {
    private static final String DONE = "Executed-Success";
    private static final String ERROR = "error";

    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    private MeterRegistry registry;

    private record Key(String function, String outcome) {}

    @AroundInvoke
    Object measure(InvocationContext context) throws Exception {
        long start = System.nanoTime();
        String outcome = ERROR;
        try {
            Object answer = context.proceed();
            outcome = DONE;
            return answer;
        } catch (FunctionException refusal) {
            StatusCode code = refusal.statusCode();
            outcome = code.subjectCode() + "/" + code.reasonCode();
            throw refusal;
        } finally {
            timer(context, outcome).record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** By this method of the registry alone: WildFly's does not pass on what a builder registers (WFLY-21061). */
    private Timer timer(InvocationContext context, String outcome) {
        return timers.computeIfAbsent(
                new Key(context.getMethod().getName(), outcome),
                key -> registry.timer(
                        "mintline.function",
                        Tags.of("interface", interfaceOf(context), "function", key.function(), "outcome", outcome)));
    }

    private static String interfaceOf(InvocationContext context) {
        return context.getTarget()
                .getClass()
                .getAnnotation(MeasuredInterface.class)
                .value();
    }
}
