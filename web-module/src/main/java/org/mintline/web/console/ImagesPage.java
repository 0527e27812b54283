package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore;
import org.mintline.support.PacketStore.LotPosition;
import org.mintline.support.PacketStore.StoredProfile;

/** The profiles that came as packets, found by EID, ICCID, batch and state, or by the lot that they are for. */
@Named
@ViewScoped
public class ImagesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private PacketStore packets;

    @Inject
    private ConsoleUser user;

    private String eid;
    private String iccid;
    private String batch;
    private String lot;
    private DeliveryState state;
    private PacketStore.Filter filter = PacketStore.Filter.ALL;

    private final PagedList<Long, StoredProfile> found = new PagedList<>(this::after);
    private final PagedList<LotPosition, StoredProfile> ofLot = new PagedList<>(this::ofLotAfter);

    /** Shows the first page of what fits. */
    public void search() {
        try {
            filter = new PacketStore.Filter(
                    given(eid, Eid::new),
                    given(iccid, Iccid::parse),
                    given(batch, BatchId::of),
                    Optional.ofNullable(state));
        } catch (IllegalArgumentException malformed) {
            Messages.refused("images.malformed", malformed.getMessage());
            return;
        }
        getList().first();
    }

    private static <T> Optional<T> given(String text, Function<String, T> parse) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(parse);
    }

    private PagedList.Slice<Long, StoredProfile> after(Optional<Long> key) {
        user.requirePlatform();
        return PagedList.Slice.of(packets.list(filter, PagedList.number(key), PAGE));
    }

    private PagedList.Slice<LotPosition, StoredProfile> ofLotAfter(Optional<LotPosition> key) {
        user.requirePlatform();
        PacketStore.LotPage page = packets.listLot(lot.strip(), Optional.empty(), key, PAGE);
        return new PagedList.Slice<>(page.profiles(), page.next());
    }

    /** What fits, a page at a time. */
    public PagedList<?, StoredProfile> getList() {
        return lot == null || lot.isBlank() ? found : ofLot;
    }

    /** The first digits of a profile's batch. */
    public String briefBatch(StoredProfile profile) {
        return ReceivedLine.brief(profile.batch());
    }

    /** The states to choose from. */
    public DeliveryState[] getStates() {
        return DeliveryState.values();
    }

    public String getEid() {
        return eid;
    }

    public void setEid(String eid) {
        this.eid = eid;
    }

    public String getIccid() {
        return iccid;
    }

    public void setIccid(String iccid) {
        this.iccid = iccid;
    }

    public String getBatch() {
        return batch;
    }

    public void setBatch(String batch) {
        this.batch = batch;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public DeliveryState getState() {
        return state;
    }

    public void setState(DeliveryState state) {
        this.state = state;
    }
}
