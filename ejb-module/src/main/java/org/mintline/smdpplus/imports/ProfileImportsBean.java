package org.mintline.smdpplus.imports;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.keys.Seal;
import org.mintline.paging.PageLimit;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileImports;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.tenancy.OperatorId;

/** Takes files in, sealed part by part, and tells how far they are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProfileImportsBean implements ProfileImports {
    private static final int PART = 256 * 1024;
    private static final int LONGEST_NAME = 200;

    private ImportRepository imports;
    private ProfileTypeRepository types;
    private KnownProfileTypes knownTypes;
    private Transactions transactions;
    private Seal seal;
    private AuditTrail audit;
    private SmDpPlusPolicy policy;
    private Clock clock;

    /** For the container. */
    protected ProfileImportsBean() {}

    /** Of the given parts. */
    @Inject
    public ProfileImportsBean(
            ImportRepository imports,
            ProfileTypeRepository types,
            KnownProfileTypes knownTypes,
            Transactions transactions,
            Seal seal,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.imports = imports;
        this.types = types;
        this.knownTypes = knownTypes;
        this.transactions = transactions;
        this.seal = seal;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public long receive(
            OperatorId operator,
            String profileType,
            String fileName,
            ImportFormat format,
            InputStream content,
            String requestedBy)
            throws IOException {
        if (fileName.isBlank() || fileName.length() > LONGEST_NAME) {
            throw new RefusedException("a file name has 1 to 200 characters");
        }
        long id = transactions.call(() -> {
            ProfileType type = types.findByName(operator, profileType)
                    .orElseThrow(() -> new RefusedException("there is no profile type " + profileType));
            ProfileImport begun = new ProfileImport(type, fileName, format, requestedBy, clock.instant());
            imports.add(begun);
            return begun.id();
        });
        try {
            long bytes = store(operator, id, content);
            transactions.run(() -> received(operator, id, bytes, requestedBy));
        } catch (IOException | RuntimeException e) {
            transactions.run(() -> imports.delete(id));
            throw e;
        }
        return id;
    }

    private long store(OperatorId operator, long id, InputStream content) throws IOException {
        long bytes = 0;
        int number = 0;
        for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            bytes += part.length;
            if (bytes > policy.maximumImportBytes()) {
                throw new RefusedException("the file is larger than " + policy.maximumImportBytes() + " bytes");
            }
            int partNumber = number++;
            byte[] sealed = seal.seal(operator, ProfileImport.partContext(id, partNumber), part);
            transactions.run(
                    () -> imports.add(new ProfileImportPart(new ProfileImportPart.Key(id, partNumber), sealed)));
        }
        return bytes;
    }

    private void received(OperatorId operator, long id, long bytes, String requestedBy) {
        ProfileImport complete = imports.find(id).orElseThrow();
        complete.received(bytes);
        audit.record(new AuditEvent(
                Optional.of(operator),
                requestedBy,
                "importProfiles",
                "import:" + id,
                "done",
                complete.fileName() + ", " + bytes + " bytes"));
    }

    @Override
    public Optional<Progress> find(Optional<OperatorId> operator, long id) {
        return transactions.call(() -> visible(operator, id).map(this::progress));
    }

    @Override
    public ProfileCatalogue.Page<Progress> list(Optional<OperatorId> operator, OptionalLong after, int limit) {
        return transactions.call(() -> {
            List<ProfileImport> rows = imports.list(operator, after, PageLimit.require(limit) + 1);
            List<Progress> items =
                    rows.stream().limit(limit).map(this::progress).toList();
            return new ProfileCatalogue.Page<>(
                    items,
                    rows.size() > limit ? OptionalLong.of(items.get(limit - 1).id()) : OptionalLong.empty());
        });
    }

    @Override
    public List<BadLine> badLines(Optional<OperatorId> operator, long id, OptionalLong after, int limit) {
        return transactions.call(() -> visible(operator, id).stream()
                .flatMap(one -> imports.errors(id, after.orElse(0), PageLimit.require(limit)).stream())
                .map(error -> new BadLine(error.key().lineNumber(), error.reason()))
                .toList());
    }

    private Optional<ProfileImport> visible(Optional<OperatorId> operator, long id) {
        return imports.find(id)
                .filter(one -> operator.map(one.operator()::equals).orElse(true));
    }

    private Progress progress(ProfileImport one) {
        return new Progress(
                one.id(),
                one.operator(),
                knownTypes.find(one.profileTypeId()).name(),
                one.fileName(),
                one.state(),
                one.sizeBytes(),
                one.bytesDone(),
                one.accepted(),
                one.rejected(),
                one.refusal(),
                one.requestedBy(),
                one.createdAt(),
                one.finishedAt());
    }
}
