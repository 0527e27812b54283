package org.mintline.device.euicc.state;

import java.util.Optional;
import org.mintline.device.euicc.profile.InstalledProfile;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Iccid;

/** An ISD-P with the profile in it. */
public final class ProfileSlot {
    private final byte[] isdpAid;
    private final StoreMetadataRequest metadata;
    private final Optional<byte[]> dpProprietaryData;
    private final byte[] profilePackage;
    private final int usedMemory;
    private final InstalledProfile profile;
    private String nickname = "";
    private boolean enabled;

    /**
     * @param isdpAid the AID of the ISD-P, 16 bytes
     * @param metadata what StoreMetadata brought
     * @param dpProprietaryData what ConfigureISDP brought, tag B8
     * @param profilePackage the profile elements in the clear, from which the file system is built again after loading
     * @param usedMemory in bytes
     * @param profile what the profile elements have become
     */
    public ProfileSlot(
            byte[] isdpAid,
            StoreMetadataRequest metadata,
            Optional<byte[]> dpProprietaryData,
            byte[] profilePackage,
            int usedMemory,
            InstalledProfile profile) {
        this.isdpAid = isdpAid.clone();
        this.metadata = metadata;
        this.dpProprietaryData = dpProprietaryData;
        this.profilePackage = profilePackage.clone();
        this.usedMemory = usedMemory;
        this.profile = profile;
    }

    /** The AID of the ISD-P, 16 bytes. */
    public byte[] isdpAid() {
        return isdpAid.clone();
    }

    /** What StoreMetadata brought. */
    public StoreMetadataRequest metadata() {
        return metadata;
    }

    /** The ICCID. */
    public Iccid iccid() {
        return metadata.iccid();
    }

    /** The class of the profile. */
    public ProfileClass profileClass() {
        return metadata.profileClass().orElse(ProfileClass.OPERATIONAL);
    }

    /** What ConfigureISDP brought, tag B8. */
    public Optional<byte[]> dpProprietaryData() {
        return dpProprietaryData;
    }

    /** How much memory it takes, in bytes. */
    public int usedMemory() {
        return usedMemory;
    }

    /** The file system and what belongs to it. */
    public InstalledProfile profile() {
        return profile;
    }

    /** The nickname; empty for none. */
    public String nickname() {
        return nickname;
    }

    /** Gives it a nickname. */
    public void setNickname(String text) {
        nickname = text;
    }

    /** Whether it is the enabled one. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Enables or disables it; the others are the caller's business. */
    public void setEnabled(boolean wanted) {
        enabled = wanted;
    }

    byte[] profilePackage() {
        return profilePackage;
    }
}
