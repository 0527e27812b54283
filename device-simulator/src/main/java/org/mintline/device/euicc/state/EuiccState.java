package org.mintline.device.euicc.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;

/** What outlives the power. */
public final class EuiccState {
    private static final int MAXIMUM_ONE_TIME_KEYS = 8;
    private static final byte[] ISDP_AID = HexFormat.of().parseHex("A0000005591010FFFFFFFF8900001000");
    private static final int FIRST_ISDP = 0x1000;

    private final List<ProfileSlot> profiles = new ArrayList<>();
    private final List<PendingNotification> notifications = new ArrayList<>();
    private final List<OneTimeKey> oneTimeKeys = new ArrayList<>();
    private final Map<TransactionId, PreloadedOneTimeKey> preloadedKeys = new LinkedHashMap<>();
    private long lastSequenceNumber;
    private int lastIsdp;
    private Optional<String> defaultDpAddress;
    private Optional<BegunInstallation> begunInstallation = Optional.empty();

    /** The state of a new card. */
    public EuiccState(Optional<String> defaultDpAddress) {
        this.defaultDpAddress = defaultDpAddress;
    }

    /** The profiles, in the order of their installation. */
    public List<ProfileSlot> profiles() {
        return Collections.unmodifiableList(profiles);
    }

    /** Takes in a profile. */
    public void add(ProfileSlot slot) {
        profiles.add(slot);
    }

    /** Takes away a profile. */
    public void remove(ProfileSlot slot) {
        profiles.remove(slot);
    }

    /** The enabled profile. */
    public Optional<ProfileSlot> enabledProfile() {
        return profiles.stream().filter(ProfileSlot::isEnabled).findFirst();
    }

    /** The profile of that ICCID. */
    public Optional<ProfileSlot> profile(Iccid iccid) {
        return profiles.stream().filter(slot -> slot.iccid().equals(iccid)).findFirst();
    }

    /** The profile in the ISD-P of that AID. */
    public Optional<ProfileSlot> profile(byte[] isdpAid) {
        return profiles.stream()
                .filter(slot -> Arrays.equals(slot.isdpAid(), isdpAid))
                .findFirst();
    }

    /** How much memory the profiles take, in bytes. */
    public int usedMemory() {
        return profiles.stream().mapToInt(ProfileSlot::usedMemory).sum();
    }

    /** The notifications that were not delivered yet, the oldest first. */
    public List<PendingNotification> notifications() {
        return Collections.unmodifiableList(notifications);
    }

    /** Keeps a notification. */
    public void add(PendingNotification notification) {
        notifications.add(notification);
    }

    /** Forgets a delivered notification; whether it was there. */
    public boolean removeNotification(long sequenceNumber) {
        return notifications.removeIf(n -> n.notificationMetadata().seqNumber() == sequenceNumber);
    }

    /** A sequence number that no notification of this card had before. */
    public long nextSequenceNumber() {
        return ++lastSequenceNumber;
    }

    /** The AID of the next ISD-P, 16 bytes: the registered beginning and a running number. */
    public byte[] nextIsdpAid() {
        int number = FIRST_ISDP + lastIsdp++;
        byte[] aid = ISDP_AID.clone();
        aid[14] = (byte) (number >>> 8);
        aid[15] = (byte) number;
        return aid;
    }

    /** The default SM-DP+ address. */
    public Optional<String> defaultDpAddress() {
        return defaultDpAddress;
    }

    /** Sets or clears the default SM-DP+ address. */
    public void setDefaultDpAddress(Optional<String> address) {
        defaultDpAddress = address;
    }

    /** The installation that has no result yet. */
    public Optional<BegunInstallation> begunInstallation() {
        return begunInstallation;
    }

    /** Notes the beginning or the end of an installation. */
    public void setBegunInstallation(Optional<BegunInstallation> installation) {
        begunInstallation = installation;
    }

    /** The one-time key that a SM-DP+ got earlier. */
    public Optional<OneTimeKey> oneTimeKey(ObjectIdentifier smdpOid, byte[] otpk) {
        return oneTimeKeys.stream()
                .filter(key -> key.smdpOid().equals(smdpOid) && Arrays.equals(key.otpk(), otpk))
                .findFirst();
    }

    /** Keeps a one-time key until it is used up; the oldest makes room. */
    public void keep(OneTimeKey key) {
        forget(key.otpk());
        if (oneTimeKeys.size() == MAXIMUM_ONE_TIME_KEYS) {
            oneTimeKeys.remove(0);
        }
        oneTimeKeys.add(key);
    }

    /** Forgets a one-time key that was used up. */
    public void forget(byte[] otpk) {
        oneTimeKeys.removeIf(key -> Arrays.equals(key.otpk(), otpk));
    }

    /** The one-time keys that the card left its maker with, in the order in which they were made. */
    public List<PreloadedOneTimeKey> preloadedKeys() {
        return List.copyOf(preloadedKeys.values());
    }

    /** Those of them that have come to no end. */
    public List<PreloadedOneTimeKey.Available> availableKeys() {
        return preloadedKeys.values().stream()
                .filter(PreloadedOneTimeKey.Available.class::isInstance)
                .map(PreloadedOneTimeKey.Available.class::cast)
                .toList();
    }

    /** The preloaded key of that identifier. */
    public Optional<PreloadedOneTimeKey> preloadedKey(TransactionId keyIdentifier) {
        return Optional.ofNullable(preloadedKeys.get(keyIdentifier));
    }

    /** Takes in a preloaded key, or puts it in the place of what it was before. */
    public void put(PreloadedOneTimeKey key) {
        preloadedKeys.put(key.keyIdentifier(), key);
    }

    List<OneTimeKey> oneTimeKeys() {
        return oneTimeKeys;
    }

    long lastSequenceNumber() {
        return lastSequenceNumber;
    }

    int lastIsdp() {
        return lastIsdp;
    }

    void restoreCounters(long sequenceNumber, int isdp) {
        lastSequenceNumber = sequenceNumber;
        lastIsdp = isdp;
    }
}
