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
        /** Who may see orders and stock. */
        STOCK,
        /** Who may order. */
        CHANGE,
        /** The platform's and the factory's own staff. */
        FACTORY,
        /** The platform's administrators. */
        ADMINISTRATION
    }

    private static final List<Group> GROUPS = List.of(
            new Group("overview", List.of(new Room("dashboard", "pi pi-chart-bar", Entrance.ALL))),
            new Group(
                    "provisioning",
                    List.of(
                            new Room("profiles", "pi pi-id-card", Entrance.STOCK),
                            new Room("orders", "pi pi-shopping-cart", Entrance.CHANGE),
                            new Room("imports", "pi pi-upload", Entrance.STOCK),
                            new Room("rules", "pi pi-filter", Entrance.STOCK))),
            new Group(
                    "bulk",
                    List.of(
                            new Room("batches", "pi pi-box", Entrance.STOCK),
                            new Room("lots", "pi pi-th-large", Entrance.STOCK))),
            new Group(
                    "factory",
                    List.of(
                            new Room("received", "pi pi-inbox", Entrance.FACTORY),
                            new Room("images", "pi pi-microchip", Entrance.FACTORY),
                            new Room("stations", "pi pi-desktop", Entrance.FACTORY),
                            new Room("devices", "pi pi-mobile", Entrance.FACTORY),
                            new Room("lines", "pi pi-arrows-h", Entrance.FACTORY))),
            new Group(
                    "platform",
                    List.of(
                            new Room("audit", "pi pi-book", Entrance.STOCK),
                            new Room("keys", "pi pi-key", Entrance.STOCK),
                            new Room("users", "pi pi-users", Entrance.ADMINISTRATION))));

    private ConsoleUser user;

    /** For the container's proxy. */
    protected Navigation() {}

    /** @param user who looks */
    @Inject
    public Navigation(ConsoleUser user) {
        this.user = user;
    }

    /** The groups of rooms that the user may enter; groups without one are left out. */
    public List<Group> getGroups() {
        return GROUPS.stream()
                .map(group -> new Group(
                        group.name(),
                        group.rooms().stream().filter(this::isOpen).toList()))
                .filter(group -> !group.rooms().isEmpty())
                .toList();
    }

    private boolean isOpen(Room room) {
        return switch (room.entrance()) {
            case ALL -> true;
            case STOCK -> user.isAllowedToSeeStock();
            case CHANGE -> user.isAllowedToChange();
            case FACTORY -> user.isPlatform();
            case ADMINISTRATION -> user.isAdministrator();
        };
    }

    /**
     * Rooms that belong together.
     *
     * @param name its name in text keys
     * @param rooms in the order of the menu
     */
    public record Group(String name, List<Room> rooms) {
        /** The key of its name in the texts. */
        public String getTextKey() {
            return "rooms." + name;
        }

        /** The rooms. */
        public List<Room> getRooms() {
            return rooms;
        }
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
            return viewId.startsWith("/console/" + name.replaceFirst("(?<=ch)es$|s$", ""));
        }
    }
}
