package org.mintline.smdpplus.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Optional;
import org.mintline.metrics.FunctionMeter;
import org.mintline.metrics.MeasuredInterface;
import org.mintline.smdpplus.Es2Plus;

/** ES2+ of this SM-DP+: executes each call once and answers as the first time when it is repeated. */
@Stateless
@MeasuredInterface("ES2+")
@Interceptors(FunctionMeter.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Es2PlusBean implements Es2Plus {
    private static final String ABSENT = "-";
    private static final String PRESENT = "=";

    private FunctionCalls calls;
    private DownloadOrders orders;
    /** For the container. */
    protected Es2PlusBean() {}

    /** Of the given parts. */
    @Inject
    public Es2PlusBean(FunctionCalls calls, DownloadOrders orders) {
        this.calls = calls;
        this.orders = orders;
    }

    @Override
    public String downloadOrder(Call call, DownloadOrder order) {
        String subject = order.iccid().or(order::profileType).orElse("");
        FunctionCalls.Request request = new FunctionCalls.Request(
                "downloadOrder", subject, List.of(order.eid(), order.iccid(), order.profileType()));
        return calls.once(call, request, () -> orders.place(call, order));
    }

    @Override
    public OrderConfirmed confirmOrder(Call call, ConfirmOrder order) {
        FunctionCalls.Request request = new FunctionCalls.Request(
                "confirmOrder",
                order.iccid(),
                List.of(
                        Optional.of(order.iccid()),
                        order.eid(),
                        order.matchingId(),
                        order.confirmationCode(),
                        order.smdsAddress(),
                        Optional.of(Boolean.toString(order.releaseFlag()))));
        return read(calls.once(call, request, () -> write(orders.confirm(call, order))));
    }

    @Override
    public void cancelOrder(Call call, CancelOrder order) {
        FunctionCalls.Request request = new FunctionCalls.Request(
                "cancelOrder",
                order.iccid(),
                List.of(
                        Optional.of(order.iccid()),
                        order.eid(),
                        order.matchingId(),
                        Optional.of(order.finalProfileStatusIndicator())));
        calls.once(call, request, () -> {
            orders.cancel(call, order);
            return "";
        });
    }

    @Override
    public void releaseProfile(Call call, String iccid) {
        calls.once(call, new FunctionCalls.Request("releaseProfile", iccid, List.of(Optional.of(iccid))), () -> {
            orders.release(call, iccid);
            return "";
        });
    }

    private static String write(OrderConfirmed confirmed) {
        return String.join(
                "\n",
                write(confirmed.eid()),
                write(Optional.of(confirmed.matchingId())),
                write(confirmed.smdpAddress()));
    }

    private static String write(Optional<String> element) {
        return element.map(PRESENT::concat).orElse(ABSENT);
    }

    private static OrderConfirmed read(String answer) {
        String[] lines = answer.split("\n");
        return new OrderConfirmed(element(lines[0]), lines[1].substring(1), element(lines[2]));
    }

    private static Optional<String> element(String line) {
        return line.startsWith(PRESENT) ? Optional.of(line.substring(1)) : Optional.empty();
    }
}
