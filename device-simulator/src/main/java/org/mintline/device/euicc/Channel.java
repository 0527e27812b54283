package org.mintline.device.euicc;

import java.util.Optional;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.device.euicc.uicc.Selection;
import org.mintline.rsp.apdu.ResponseQueue;
import org.mintline.rsp.apdu.StoreDataReassembly;
import org.mintline.rsp.tlv.DecodeLimits;

/** One logical channel: which application is selected, and what is under way. */
final class Channel {
    private final StoreDataReassembly storeData = new StoreDataReassembly(DecodeLimits.MESSAGE.bytes());
    private final ResponseQueue responses = new ResponseQueue();
    private Selection selection;
    private boolean isdrSelected;

    Channel(Optional<ProfileSlot> profile) {
        selection = profile.map(slot -> new Selection(slot.profile())).orElse(null);
    }

    StoreDataReassembly storeData() {
        return storeData;
    }

    ResponseQueue responses() {
        return responses;
    }

    boolean isIsdrSelected() {
        return isdrSelected;
    }

    void selectIsdr() {
        isdrSelected = true;
        storeData.reset();
    }

    /** Goes back to the file system of the enabled profile. */
    void leaveIsdr() {
        isdrSelected = false;
    }

    /** What is selected in the file system of the enabled profile; it begins at the MF. */
    Selection selection(Optional<ProfileSlot> profile) {
        if (selection == null) {
            ProfileSlot slot = profile.orElseThrow(() -> new CardException(StatusWord.FILE_NOT_FOUND));
            selection = new Selection(slot.profile());
        }
        return selection;
    }

    void forgetProfile() {
        selection = null;
    }
}
