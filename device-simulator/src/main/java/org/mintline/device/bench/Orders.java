package org.mintline.device.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mintline.device.es2plus.Es2PlusClient;
import org.mintline.rsp.identification.ActivationCode;

/**
 * Orders of an operator over ES2+, each for a profile of one type, confirmed and released at once.
 *
 * @param es2plus calls the SM-DP+
 * @param profileType of which type
 * @param smdpAddress the address for the activation codes
 */
record Orders(Es2PlusClient es2plus, String profileType, String smdpAddress) {
    /**
     * Places orders.
     *
     * @param atOnce how many at the same time
     * @return their activation codes
     * @throws IOException if one of them is refused
     */
    List<ActivationCode> place(int count, int atOnce) throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(atOnce);
        try {
            Callable<ActivationCode> order = this::place;
            List<ActivationCode> codes = new ArrayList<>(count);
            for (Future<ActivationCode> placed : clients.invokeAll(Collections.nCopies(count, order))) {
                codes.add(placed.get());
            }
            return codes;
        } catch (ExecutionException e) {
            throw new IOException("an order was refused: " + e.getCause().getMessage(), e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private ActivationCode place() throws IOException {
        String iccid = es2plus.downloadOrder(Es2PlusClient.DownloadOrder.ofProfileType(profileType));
        String matchingId =
                es2plus.confirmOrder(Es2PlusClient.ConfirmOrder.release(iccid)).matchingId();
        return ActivationCode.parse("1$" + smdpAddress + "$" + matchingId);
    }
}
