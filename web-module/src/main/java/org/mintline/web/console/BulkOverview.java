package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.line.LineStatus;
import org.mintline.line.Lines;
import org.mintline.smdpplus.Batches;
import org.mintline.support.ReceivedBatches;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;

/** What the dashboard tells of bulk provisioning: the latest of it. */
@Named
@RequestScoped
public class BulkOverview {
    private static final int LATEST = 5;

    @Inject
    private Batches batches;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ReceivedBatches received;

    @Inject
    private Lines lines;

    @Inject
    private ConsoleUser user;

    /** The batches that came in last; the platform's and the factory's affair. */
    public List<ReceivedLine> getReceived() {
        return user.isPlatform()
                ? received.list(Optional.empty(), LATEST).stream()
                        .map(batch -> new ReceivedLine(batch, Map.of()))
                        .toList()
                : List.of();
    }

    /** The batches that were ordered last. */
    public List<BatchLine> getBatches() {
        return user.isAllowedToSeeStock()
                ? batches.list(user.operator(), OptionalLong.empty(), LATEST).items().stream()
                        .map(batch -> new BatchLine(
                                batch,
                                operators
                                        .find(batch.operator())
                                        .map(Operator::name)
                                        .orElse("")))
                        .toList()
                : List.of();
    }

    /** The lines; the platform's and the factory's affair. */
    public List<LineStatus> getLines() {
        return user.isPlatform() ? lines.list() : List.of();
    }
}
