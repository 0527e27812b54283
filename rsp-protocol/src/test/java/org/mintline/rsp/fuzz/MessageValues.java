package org.mintline.rsp.fuzz;

import static net.jqwik.api.Combinators.combine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.CertificationDataObject;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.EuiccCategory;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.ExtCardResource;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.IconType;
import org.mintline.rsp.data.NotificationConfigurationInformation;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.data.ProfilePolicyAuthorisationRule;
import org.mintline.rsp.data.ProfileState;
import org.mintline.rsp.data.RspCapability;
import org.mintline.rsp.data.RulesAuthorisationTable;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.identification.Tac;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.Tlv;

/** All values of the data objects that several messages share. */
final class MessageValues {
    static final Arbitrary<TransactionId> TRANSACTION_ID = octets(1, 16).map(TransactionId::of);
    static final Arbitrary<byte[]> CHALLENGE = octets(16, 16);
    static final Arbitrary<byte[]> POINT = octets(65, 65);
    static final Arbitrary<byte[]> CERTIFICATE = octets(0, 300).map(content -> Tlv.encode(0x30, content));
    static final Arbitrary<String> ADDRESS = text(80);
    static final Arbitrary<EcdsaSignature> SIGNATURE = octets(64, 64).map(EcdsaSignature::new);
    static final Arbitrary<SubjectKeyIdentifier> KEY = octets(20, 20).map(SubjectKeyIdentifier::new);
    static final Arbitrary<Iccid> ICCID = digits(18, 20).map(Iccid::new);
    static final Arbitrary<Eid> EID = digits(30, 30).map(Eid::withCheckDigits);
    static final Arbitrary<ObjectIdentifier> OID = Arbitraries.integers()
            .greaterOrEqual(0)
            .list()
            .ofMaxSize(6)
            .map(arcs -> new ObjectIdentifier(
                    "2.999" + String.join("", arcs.stream().map(a -> "." + a).toList())));
    static final Arbitrary<Set<NotificationEvent>> EVENTS = set(NotificationEvent.class);
    static final Arbitrary<Long> SEQ_NUMBER = Arbitraries.longs().greaterOrEqual(0);
    static final Arbitrary<ExtCardResource> EXT_CARD_RESOURCE = Arbitraries.longs()
            .between(0, 1L << 40)
            .list()
            .ofSize(3)
            .map(n -> new ExtCardResource(
                    OptionalLong.of(n.get(0)), OptionalLong.of(n.get(1)), OptionalLong.of(n.get(2))));
    static final Arbitrary<EuiccInfo1> EUICC_INFO_1 =
            combine(version(), KEY.list().ofMaxSize(4), KEY.list().ofMaxSize(4)).as(EuiccInfo1::of);
    static final Arbitrary<EuiccInfo2> EUICC_INFO_2 = euiccInfo2();
    static final Arbitrary<DeviceInfo> DEVICE_INFO = deviceInfo();
    static final Arbitrary<OperatorId> OPERATOR_ID = combine(
                    octets(3, 3), octets(0, 9).optional(), octets(0, 9).optional())
            .as(OperatorId::new);
    static final Arbitrary<NotificationMetadata> NOTIFICATION_METADATA = combine(
                    SEQ_NUMBER, Arbitraries.of(NotificationEvent.class), ADDRESS, ICCID.optional())
            .as(NotificationMetadata::of);
    static final Arbitrary<StoreMetadataRequest> STORE_METADATA = storeMetadata();
    static final Arbitrary<ProfileInfo> PROFILE_INFO = profileInfo();
    static final Arbitrary<ProfileInstallationResult> PROFILE_INSTALLATION_RESULT = profileInstallationResult();
    static final Arbitrary<OtherSignedNotification> OTHER_SIGNED_NOTIFICATION =
            combine(NOTIFICATION_METADATA, SIGNATURE, CERTIFICATE, CERTIFICATE).as(OtherSignedNotification::of);
    static final Arbitrary<PendingNotification> PENDING_NOTIFICATION =
            Arbitraries.oneOf(PROFILE_INSTALLATION_RESULT, OTHER_SIGNED_NOTIFICATION);
    static final Arbitrary<RulesAuthorisationTable> RAT = combine(
                    set(PprId.class), OPERATOR_ID.list().ofMaxSize(3), Arbitraries.of(true, false))
            .as(ProfilePolicyAuthorisationRule::new)
            .list()
            .ofMaxSize(4)
            .map(RulesAuthorisationTable::new);

    private MessageValues() {}

    static Arbitrary<byte[]> octets(int minimum, int maximum) {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(minimum).ofMaxSize(maximum);
    }

    static Arbitrary<String> text(int maximum) {
        return Arbitraries.strings().ascii().ofMaxLength(maximum);
    }

    static <E extends Enum<E>> Arbitrary<Set<E>> set(Class<E> type) {
        return Arbitraries.of(type).set().map(values -> values.isEmpty() ? Set.of() : EnumSet.copyOf(values));
    }

    private static Arbitrary<String> digits(int minimum, int maximum) {
        return Arbitraries.strings().numeric().ofMinLength(minimum).ofMaxLength(maximum);
    }

    private static Arbitrary<SpecificationVersion> version() {
        Arbitrary<Integer> part = Arbitraries.integers().between(0, 255);
        return combine(part, part, part).as(SpecificationVersion::new);
    }

    private static Arbitrary<EuiccInfo2> euiccInfo2() {
        Arbitrary<CertificationDataObject> certification =
                combine(text(30), text(60)).as(CertificationDataObject::new);
        return combine(
                        version().list().ofMinSize(6).ofMaxSize(8),
                        EXT_CARD_RESOURCE,
                        set(UiccCapability.class),
                        set(RspCapability.class),
                        KEY.list().ofMaxSize(3),
                        Arbitraries.of(EuiccCategory.class),
                        set(PprId.class),
                        certification)
                .as((versions, resources, uicc, rsp, keys, category, rules, certificate) -> EuiccInfo2.builder()
                        .profileVersion(versions.get(0))
                        .svn(versions.get(1))
                        .euiccFirmwareVer(versions.get(2))
                        .extCardResource(resources)
                        .uiccCapability(uicc)
                        .ts102241Version(versions.get(3))
                        .globalplatformVersion(versions.get(4))
                        .rspCapability(rsp)
                        .euiccCiPKIdListForVerification(keys)
                        .euiccCiPKIdListForSigning(keys)
                        .euiccCategory(category)
                        .forbiddenProfilePolicyRules(rules)
                        .ppVersion(versions.get(5))
                        .sasAcreditationNumber("SAS-1")
                        .certificationDataObject(certificate)
                        .additionalEuiccProfilePackageVersions(versions.subList(6, versions.size()))
                        .build());
    }

    private static Arbitrary<DeviceInfo> deviceInfo() {
        Arbitrary<DeviceCapabilities> capabilities = Arbitraries.maps(Arbitraries.of(DeviceCapability.class), version())
                .map(DeviceCapabilities::new);
        return combine(
                        digits(8, 8).map(Tac::new),
                        capabilities,
                        digits(15, 15).map(Imei::new).optional())
                .as(DeviceInfo::new);
    }

    private static Arbitrary<List<NotificationConfigurationInformation>> notificationConfiguration() {
        return combine(EVENTS, ADDRESS)
                .as(NotificationConfigurationInformation::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<StoreMetadataRequest> storeMetadata() {
        return combine(
                        ICCID,
                        text(32),
                        text(64),
                        octets(0, 100),
                        Arbitraries.of(ProfileClass.class).optional(),
                        notificationConfiguration(),
                        OPERATOR_ID.optional(),
                        set(PprId.class))
                .as((iccid, provider, name, icon, profileClass, notifications, owner, rules) -> {
                    boolean hasIcon = icon.length > 50;
                    return new StoreMetadataRequest(
                            iccid,
                            provider,
                            name,
                            hasIcon ? Optional.of(IconType.PNG) : Optional.empty(),
                            hasIcon ? Optional.of(icon) : Optional.empty(),
                            profileClass,
                            notifications,
                            owner,
                            rules,
                            hasIcon ? List.of() : List.of(Tlv.encode(0xBF22, icon)));
                });
    }

    private static Arbitrary<ProfileInfo> profileInfo() {
        return combine(
                        ICCID.optional(),
                        octets(5, 16).optional(),
                        Arbitraries.of(ProfileState.class).optional(),
                        text(32).optional(),
                        octets(0, 100).optional(),
                        notificationConfiguration(),
                        OPERATOR_ID.optional(),
                        set(PprId.class))
                .as((iccid, aid, state, name, icon, notifications, owner, rules) -> new ProfileInfo(
                        iccid,
                        aid,
                        state,
                        name,
                        name,
                        name,
                        icon.map(i -> IconType.JPG),
                        icon,
                        state.map(s -> ProfileClass.TEST),
                        notifications,
                        owner,
                        aid.map(a -> Tlv.encode(0xB8, Tlv.encode(0x80, a))),
                        rules,
                        List.of()));
    }

    private static Arbitrary<ProfileInstallationResult> profileInstallationResult() {
        Arbitrary<FinalResult> success = combine(octets(5, 16), octets(0, 40)).as(FinalResult.SuccessResult::new);
        Arbitrary<FinalResult> error = combine(
                        Arbitraries.of(BppCommandId.class),
                        Arbitraries.of(ErrorReason.class),
                        octets(0, 40).optional())
                .as(FinalResult.ErrorResult::new);
        return combine(
                        TRANSACTION_ID,
                        NOTIFICATION_METADATA,
                        OID.optional(),
                        Arbitraries.oneOf(success, error),
                        SIGNATURE)
                .as((transactionId, metadata, oid, result, signature) -> ProfileInstallationResult.of(
                        ProfileInstallationResultData.of(transactionId, metadata, oid, result), signature));
    }
}
