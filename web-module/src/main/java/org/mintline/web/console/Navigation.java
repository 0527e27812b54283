package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The rooms of the console that the user may enter, in the order of the menu. */
@Named
@RequestScoped
public class Navigation {
    /** Who may enter a room; web.xml keeps the others out. */
    public enum Entrance {
        /** All users. */
        ALL,
        /** Who may order. */
        CHANGE,
        /** The platform's administrators. */
        ADMINISTRATION
    }

    private static final List<Room> ROOMS = List.of(
            new Room("dashboard", "pi pi-chart-bar", Entrance.ALL),
            new Room("profiles", "pi pi-id-card", Entrance.ALL),
            new Room("orders", "pi pi-shopping-cart", Entrance.CHANGE),
            new Room("imports", "pi pi-upload", Entrance.ALL),
            new Room("rules", "pi pi-filter", Entrance.ALL),
            new Room("audit", "pi pi-book", Entrance.ALL),
            new Room("keys", "pi pi-key", Entrance.ALL),
            new Room("users", "pi pi-users", Entrance.ADMINISTRATION));

    private ConsoleUser user;

    /** For the container's proxy. */
    protected Navigation() {}

    /** @param user who looks */
    @Inject
    public Navigation(ConsoleUser user) {
        this.user = user;
    }

    /** The rooms that the user may enter. */
    public List<Room> getRooms() {
        return ROOMS.stream()
                .filter(room -> switch (room.entrance()) {
                    case ALL -> true;
                    case CHANGE -> user.isAllowedToChange();
                    case ADMINISTRATION -> user.isAdministrator();
                })
                .toList();
    }

    /**
     * A room: one page of the menu and the pages below it.
     *
     * @param name its name in addresses and text keys
     * @param icon the style classes of its icon
     * @param entrance who may enter
     */
    public record Room(String name, String icon, Entrance entrance) {
        /** The address of the room's first page. */
        public String getPage() {
            return "/console/" + name + ".xhtml";
        }

        /** The key of its name in the texts. */
        public String getTextKey() {
            return "room." + name;
        }

        /** The style classes of its icon. */
        public String getIcon() {
            return icon;
        }

        /** Whether a page belongs to this room: its file is named as the room, or as one thing in it. */
        public boolean isCurrent(String viewId) {
            return viewId.startsWith("/console/" + name.replaceFirst("s$", ""));
        }
    }
}
