package org.mintline.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.mintline.support.FactoryDevices.StoryLine;

/** How the story of a device is told. */
@Named
@ApplicationScoped
public class DeviceStory {
    /** What happened, in words. */
    public String event(StoryLine line) {
        return Texts.orElse("story." + line.event(), line.event());
    }

    /** The style class of what happened. */
    public String style(StoryLine line) {
        return switch (line.event()) {
            case "INSTALLED", "ENABLED" -> "state-good";
            case "INSTALLATION_FAILED", "REFUSED" -> "state-bad";
            case "HANDED_OUT" -> "state-way";
            default -> "state-gone";
        };
    }
}
