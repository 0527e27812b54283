package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineMessageRefusedException;
import org.mintline.line.LineReceiver;
import org.mintline.rsp.bulk.BatchReceipt;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.Batches.RefusedException;
import org.mintline.smdpplus.transaction.Transactions;

/** Takes in what comes back of batches: receipts, and reports of devices (PSS-12). What is refused has an audit line. */
@ApplicationScoped
public class BatchReceiver implements LineReceiver {
    private BatchRepository batches;
    private DeviceReports reports;
    private Transactions transactions;
    private BatchAudit audit;

    /** For the container. */
    protected BatchReceiver() {}

    /** Of the given parts. */
    @Inject
    public BatchReceiver(BatchRepository batches, DeviceReports reports, Transactions transactions, BatchAudit audit) {
        this.batches = batches;
        this.reports = reports;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Set<LineMessageKind> kinds() {
        return Set.of(LineMessageKind.BATCH_RECEIPT, LineMessageKind.DEVICE_REPORT);
    }

    @Override
    public void receive(String line, LineMessage message) {
        try {
            if (message.kind() == LineMessageKind.BATCH_RECEIPT) {
                BatchReceipt receipt = BatchReceipt.decode(message.content());
                transactions.run(() -> take(line, receipt));
            } else {
                DeviceReport report = DeviceReport.decode(message.content());
                transactions.run(() -> reports.take(line, report));
            }
        } catch (DecodeException | RefusedException | FunctionException e) {
            String subject = message.kind() + ":" + message.identifier();
            audit.refuse("line:" + line, "receiveFromLine", subject, e.getMessage());
            throw new LineMessageRefusedException(e.getMessage(), e);
        }
    }

    private void take(String line, BatchReceipt receipt) {
        Batch batch = batches.find(receipt.batch())
                .filter(one -> one.line().equals(line))
                .orElseThrow(() -> new RefusedException("no batch " + receipt.batch() + " went out on this line"));
        Optional<BatchState> received = batch.state().after(BatchEvent.RECEIVE);
        if (batch.isReceiptOf(receipt.amount(), receipt.digestOfDigests())) {
            received.ifPresent(state -> {
                batch.receive();
                audit.record(batch, "line:" + line, "receiveBatch", receipt.amount() + " profiles, digests equal");
            });
        } else if (batch.state() != BatchState.CANCELLED) {
            String problem = "the other end received " + receipt.amount() + " profiles of " + batch.bound()
                    + ", or others than were sent";
            batch.tell(problem);
            audit.record(batch, "line:" + line, "receiveBatch", problem);
        }
    }
}
