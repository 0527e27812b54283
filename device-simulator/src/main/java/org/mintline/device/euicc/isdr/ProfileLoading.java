package org.mintline.device.euicc.isdr;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.device.euicc.profile.EuiccResponse;
import org.mintline.device.euicc.profile.PeStatus;
import org.mintline.device.euicc.profile.ProfileInstallation;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es8plus.ConfigureIsdpRequest;
import org.mintline.rsp.es8plus.ReplaceSessionKeysRequest;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** ES8+ behind the secure channel: ConfigureISDP, StoreMetadata, ReplaceSessionKeys, LoadProfileElements (clauses 5.5.2 to 5.5.5). */
final class ProfileLoading {
    private final Card card;
    private final ObjectIdentifier smdpOid;
    private final ByteArrayOutputStream metadataContent = new ByteArrayOutputStream();
    private final ProfileElementStream elements = new ProfileElementStream();
    private final List<PeStatus> statuses = new ArrayList<>();
    private Optional<byte[]> dpProprietaryData = Optional.empty();
    private StoreMetadataRequest metadata;
    private ProfileInstallation installation;

    /** @param smdpOid of CERT.DPpb */
    ProfileLoading(Card card, ObjectIdentifier smdpOid) {
        this.card = card;
        this.smdpOid = smdpOid;
    }

    void configureIsdp(byte[] request) {
        try {
            dpProprietaryData = ConfigureIsdpRequest.decode(request).dpProprietaryData();
            dpProprietaryData.ifPresent(this::checkProprietaryData);
        } catch (DecodeException e) {
            throw new InstallationFailedException(BppCommandId.CONFIGURE_ISDP, ErrorReason.INCORRECT_INPUT_VALUES);
        }
    }

    private void checkProprietaryData(byte[] data) {
        Tlv dpOid = Tlv.decode(data, DecodeLimits.MESSAGE).reader().require(0x80, "dpOid");
        if (!ObjectIdentifier.decode(dpOid).equals(smdpOid)) {
            throw new InstallationFailedException(BppCommandId.CONFIGURE_ISDP, ErrorReason.INCORRECT_INPUT_VALUES);
        }
    }

    /** Takes a part of the metadata; more may follow. */
    void storeMetadata(byte[] part) {
        metadataContent.writeBytes(part);
    }

    /** All parts of the metadata are there. */
    StoreMetadataRequest finishMetadata() {
        try {
            metadata = StoreMetadataRequest.decode(metadataContent.toByteArray());
        } catch (DecodeException e) {
            throw new InstallationFailedException(BppCommandId.STORE_METADATA, ErrorReason.INCORRECT_INPUT_VALUES);
        }
        new MetadataChecks(card).check(metadata);
        boolean test = metadata.profileClass().orElse(ProfileClass.OPERATIONAL) == ProfileClass.TEST;
        int available = card.configuration().memory() - card.state().usedMemory();
        installation = new ProfileInstallation(card.configuration().capabilities(), available, test);
        return metadata;
    }

    void replaceSessionKeys(byte[] request, SecureChannel channel) {
        try {
            channel.replaceKeys(ReplaceSessionKeysRequest.decode(request).keys());
        } catch (DecodeException e) {
            throw new InstallationFailedException(
                    BppCommandId.REPLACE_SESSION_KEYS, ErrorReason.INCORRECT_INPUT_VALUES);
        }
    }

    /** Takes a part of the profile and carries out all elements that are whole. */
    void loadProfileElements(byte[] part) {
        elements.append(part);
        for (Optional<Tlv> element = elements.next(); element.isPresent(); element = elements.next()) {
            PeStatus status = installation.process(element.get());
            statuses.add(status);
            if (!status.isOk() && !ProfileInstallation.isOptional(element.get(), status)) {
                throw new InstallationFailedException(BppCommandId.LOAD_PROFILE_ELEMENTS, reason(status));
            }
        }
    }

    private ErrorReason reason(PeStatus status) {
        if (installation.isNaaKeyUnfit()) {
            return ErrorReason.TEST_PROFILE_INSTALL_FAILED_DUE_TO_INVALID_NAA_KEY;
        }
        return status.code() == PeStatus.Code.NOT_ENOUGH_MEMORY
                ? ErrorReason.INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE
                : ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR;
    }

    /** The profile is whole: it takes its place, disabled. */
    ProfileSlot finish() {
        if (!installation.isComplete() || elements.hasRest()) {
            throw new InstallationFailedException(
                    BppCommandId.LOAD_PROFILE_ELEMENTS, ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR);
        }
        if (!Arrays.equals(installation.iccid(), metadata.iccid().ef())) {
            throw new InstallationFailedException(
                    BppCommandId.LOAD_PROFILE_ELEMENTS, ErrorReason.INSTALL_FAILED_DUE_TO_DATA_MISMATCH);
        }
        return new ProfileSlot(
                card.state().nextIsdpAid(),
                metadata,
                dpProprietaryData,
                elements.elements(),
                installation.usedMemory(),
                installation.result());
    }

    /** simaResponse so far. */
    EuiccResponse response(boolean aborted) {
        return new EuiccResponse(statuses, aborted);
    }
}
