package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.support.FactoryDevices;
import org.mintline.support.FactoryDevices.Device;
import org.mintline.support.FactoryDevices.StoryLine;

/** One device and what happened to it. */
@Named
@ViewScoped
public class DevicePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private FactoryDevices devices;

    @Inject
    private ConsoleUser user;

    private String eid;
    private Device device;

    private final PagedList<Long, StoryLine> story = new PagedList<>(this::after);

    /** Reads the device. */
    public void load() throws IOException {
        user.requirePlatform();
        NotFound.unless(NotFound.parsed(eid, Eid::new).flatMap(devices::find)).ifPresent(found -> device = found);
    }

    private PagedList.Slice<Long, StoryLine> after(Optional<Long> key) {
        return PagedList.Slice.of(devices.story(device.eid(), PagedList.number(key), PAGE));
    }

    /** The device. */
    public Device getDevice() {
        return device;
    }

    /** What happened to it, the earliest first, a page at a time. */
    public PagedList<Long, StoryLine> getStory() {
        return story;
    }

    public String getEid() {
        return eid;
    }

    public void setEid(String eid) {
        this.eid = eid;
    }
}
