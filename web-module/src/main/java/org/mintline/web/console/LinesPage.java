package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mintline.line.LineStatus;
import org.mintline.line.Lines;

/** The lines to other servers; administrators hold them and let them go on. */
@Named
@ViewScoped
public class LinesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Lines lines;

    @Inject
    private ConsoleUser user;

    private transient List<LineStatus> read;

    /** Reads how the lines are. */
    public void load() {
        user.requirePlatform();
        read = lines.list();
    }

    /** Lets nothing more be sent on a line. */
    public void pause(String line) {
        user.requireAdministrator();
        lines.pause(line, true);
        Messages.done("lines.is-held", line);
        load();
    }

    /** Lets a line go on. */
    public void resume(String line) {
        user.requireAdministrator();
        lines.pause(line, false);
        Messages.done("lines.goes-on", line);
        load();
    }

    /** How the lines are, by name. */
    public List<LineStatus> getLines() {
        if (read == null) {
            load();
        }
        return read;
    }

    /** The style class of a line's state. */
    public String style(LineStatus line) {
        return style(line.state());
    }

    static String style(LineStatus.State state) {
        return switch (state) {
            case UP -> "state-good";
            case PROVING -> "state-warn";
            case DOWN, REFUSED -> "state-bad";
        };
    }
}
