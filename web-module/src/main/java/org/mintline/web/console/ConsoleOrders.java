package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.smdpplus.Es2Plus.Call;
import org.mintline.smdpplus.Es2Plus.OrderConfirmed;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/**
 * The functions of ES2+ in the hand of somebody who is signed in: for the operator whose user it is, or for any by the platform's
 * staff; never by who may only look.
 */
@RequestScoped
public class ConsoleOrders {
    private Es2Plus es2Plus;
    private OperatorDirectory operators;
    private ConsoleUser user;

    /** For the container's proxy. */
    protected ConsoleOrders() {}

    /**
     * @param es2Plus orders
     * @param operators the tenants
     * @param user in whose name
     */
    @Inject
    public ConsoleOrders(Es2Plus es2Plus, OperatorDirectory operators, ConsoleUser user) {
        this.es2Plus = es2Plus;
        this.operators = operators;
        this.user = user;
    }

    /**
     * What somebody wants.
     *
     * @param profileType of which type the profile is
     * @param eid for which eUICC, 32 digits
     * @param defaultSmdp whether the eUICC finds it by its EID at its default SM-DP+, without activation code
     * @param confirmationCode what the end user will be asked for
     * @param release whether it may be downloaded at once
     */
    record Wanted(
            String profileType,
            Optional<String> eid,
            boolean defaultSmdp,
            Optional<String> confirmationCode,
            boolean release) {}

    /**
     * What was ordered.
     *
     * @param iccid of the profile that is reserved now
     */
    record Ordered(String iccid, OrderConfirmed confirmed) {}

    /**
     * Orders and confirms one profile. A profile whose order cannot be confirmed goes back into stock.
     *
     * @throws FunctionException as the functions of ES2+ say
     */
    Ordered order(OperatorId operator, Wanted wanted) {
        Operator requester = requester(operator);
        String iccid = es2Plus.downloadOrder(
                call(requester),
                new Es2Plus.DownloadOrder(wanted.eid(), Optional.empty(), Optional.of(wanted.profileType())));
        try {
            return new Ordered(
                    iccid,
                    es2Plus.confirmOrder(
                            call(requester),
                            new Es2Plus.ConfirmOrder(
                                    iccid,
                                    wanted.eid(),
                                    wanted.defaultSmdp() ? Optional.of("") : Optional.empty(),
                                    wanted.confirmationCode(),
                                    Optional.empty(),
                                    wanted.release())));
        } catch (FunctionException refusal) {
            cancel(requester, iccid, wanted.eid(), Optional.empty(), true);
            throw refusal;
        }
    }

    /** ES2+.ReleaseProfile. */
    void release(OperatorId operator, String iccid) {
        es2Plus.releaseProfile(call(requester(operator)), iccid);
    }

    /**
     * ES2+.CancelOrder.
     *
     * @param backIntoStock whether the profile may be ordered again
     */
    void cancel(
            OperatorId operator,
            String iccid,
            Optional<String> eid,
            Optional<String> matchingId,
            boolean backIntoStock) {
        cancel(requester(operator), iccid, eid, matchingId, backIntoStock);
    }

    private void cancel(
            Operator requester,
            String iccid,
            Optional<String> eid,
            Optional<String> matchingId,
            boolean backIntoStock) {
        es2Plus.cancelOrder(
                call(requester),
                new Es2Plus.CancelOrder(iccid, eid, matchingId, backIntoStock ? "Available" : "Unavailable"));
    }

    private Operator requester(OperatorId operator) {
        user.requireChange();
        return operators
                .find(operator)
                .filter(found -> user.operator().map(operator::equals).orElse(true))
                .orElseThrow(() -> new FunctionException(
                        StatusCode.FUNCTION_REQUESTER_NOT_ALLOWED, "the user belongs to another operator"));
    }

    private Call call(Operator requester) {
        return new Call(requester, "console-" + UUID.randomUUID(), user.getActor());
    }
}
