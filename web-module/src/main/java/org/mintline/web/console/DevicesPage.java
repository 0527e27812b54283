package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.support.FactoryDevices;
import org.mintline.support.FactoryDevices.Device;
import org.mintline.support.SupportException;

/** The devices of the factory, all or those of a lot; files of them are brought in here. */
@Named
@ViewScoped
public class DevicesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int MOST_BAD = 20;

    @Inject
    private FactoryDevices devices;

    @Inject
    private ConsoleUser user;

    private String lot;
    private transient Part file;
    private List<FactoryDevices.BadLine> bad = List.of();

    private final PagedList<Eid, Device> list = new PagedList<>(this::after);

    /** Shows the first page. */
    public void search() {
        list.first();
    }

    private PagedList.Slice<Eid, Device> after(Optional<Eid> key) {
        user.requirePlatform();
        Optional<String> one = Optional.ofNullable(lot).map(String::strip).filter(text -> !text.isEmpty());
        return PagedList.Slice.of(devices.list(one, key, PAGE + 1), PAGE, Device::eid);
    }

    /** Registers the devices of the chosen file. */
    public void upload() throws IOException {
        user.requireFactory();
        if (file == null) {
            Messages.refused("imports.no-file");
            return;
        }
        try (InputStream content = file.getInputStream()) {
            FactoryDevices.Registration registration = devices.register(content, user.getActor());
            bad = registration.badLines().stream().limit(MOST_BAD).toList();
            if (registration.rejected() > 0) {
                Messages.refused(
                        "devices.registered-in-part",
                        registration.registered(),
                        registration.unchanged(),
                        registration.rejected());
            } else {
                Messages.done("devices.registered", registration.registered(), registration.unchanged());
            }
        } catch (SupportException refusal) {
            Messages.refused("devices.refused", refusal.getMessage());
        }
        list.first();
    }

    /** The devices by their EIDs, a page at a time. */
    public PagedList<Eid, Device> getList() {
        return list;
    }

    /** The lines of the last file that made no device, the first of them. */
    public List<FactoryDevices.BadLine> getBad() {
        return bad;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
