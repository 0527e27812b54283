package org.mintline.smdpplus.order;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.keys.Seal;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus.Call;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorId;

/**
 * Executes calls of ES2+: each in one transaction, each functionCallIdentifier once (SGP.22 v2.5, clause 6.5.1.3). A call that was
 * refused left nothing and may come again.
 */
@Dependent
public class FunctionCalls {
    private static final int LONGEST_IDENTIFIER = 100;
    private static final int LONGEST_SUBJECT = 90;

    private final Transactions transactions;
    private final FunctionCallRepository repository;
    private final Seal seal;
    private final AuditTrail audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public FunctionCalls(
            Transactions transactions, FunctionCallRepository repository, Seal seal, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is called with what.
     *
     * @param function its name in the standard
     * @param subject what it is about, an ICCID or a profile type, for the audit trail
     * @param content the parameters, in order, secrets included: they are kept as a sealed hash alone
     */
    record Request(String function, String subject, List<Optional<String>> content) {
        /** SHA-256 of the parameters, each behind its length, so that no two lists of parameters read the same. */
        byte[] hash() {
            String framed = content.stream()
                    .map(parameter ->
                            parameter.map(text -> text.length() + ":" + text).orElse("-"))
                    .collect(Collectors.joining());
            return Cryptography.sha256(framed.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Executes the work, or gives the answer of the first time.
     *
     * @param work yields the answer, at most 1,000 characters
     */
    String once(Call call, Request request, Supplier<String> work) {
        try {
            String identifier = call.functionCallIdentifier();
            if (identifier.isEmpty() || identifier.length() > LONGEST_IDENTIFIER) {
                throw new FunctionException(
                        StatusCode.REQUEST_INVALID, "functionCallIdentifier has 1 to 100 characters");
            }
            FunctionCall.Key key = new FunctionCall.Key(call.operator().id().value(), identifier);
            return transactions.call(() -> executeOrRepeat(call.operator().id(), key, request, work));
        } catch (FunctionException refusal) {
            audit.recordRefusal(refused(call, request, refusal));
            throw refusal;
        }
    }

    private String executeOrRepeat(OperatorId operator, FunctionCall.Key key, Request request, Supplier<String> work) {
        String context = "functionCall:" + key.functionCallIdentifier();
        byte[] hash = request.hash();
        Optional<FunctionCall> earlier = repository.find(key);
        if (earlier.isPresent()) {
            if (!earlier.get().functionName().equals(request.function())
                    || !MessageDigest.isEqual(
                            seal.open(operator, context, earlier.get().sealedContentHash()), hash)) {
                throw new FunctionException(
                        StatusCode.FUNCTION_CALL_REPEATED_WITH_OTHER_CONTENT,
                        key.functionCallIdentifier(),
                        "the first call with this identifier had other content");
            }
            return earlier.get().answer();
        }
        String answer = work.get();
        byte[] sealed = seal.seal(operator, context, hash);
        repository.add(new FunctionCall(key, request.function(), sealed, answer, clock.instant()));
        return answer;
    }

    private static AuditEvent refused(Call call, Request request, FunctionException refusal) {
        String subject = request.subject();
        return new AuditEvent(
                Optional.of(call.operator().id()),
                call.actor(),
                request.function(),
                "profile:" + subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                refusal.statusCode().subjectCode() + "/" + refusal.statusCode().reasonCode(),
                refusal.getMessage());
    }
}
