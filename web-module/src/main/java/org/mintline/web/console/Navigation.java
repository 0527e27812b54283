package org.mintline.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;

/** The rooms of the console that this server has and the user may enter, in the order of the menu. */
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

    private static final Set<ServerRole> ANY = EnumSet.allOf(ServerRole.class);
    private static final Set<ServerRole> GENERATION = EnumSet.of(ServerRole.GENERATION);
    private static final Set<ServerRole> SUPPORT = EnumSet.of(ServerRole.SUPPORT);

    /** Of servers that take batches in. */
    private static final Set<ServerRole> BATCHES = EnumSet.of(ServerRole.SUPPORT, ServerRole.AGGREGATION);

    /** Of servers at an end of a line. */
    private static final Set<ServerRole> LINES =
            EnumSet.of(ServerRole.GENERATION, ServerRole.SUPPORT, ServerRole.AGGREGATION);

    private static final Set<ServerRole> LOCAL_PROVISIONING = EnumSet.of(ServerRole.LOCAL_PROVISIONING);

    /** Of servers that partners of a factory call. */
    private static final Set<ServerRole> PARTNERS = EnumSet.of(ServerRole.AGGREGATION, ServerRole.LOCAL_PROVISIONING);

    private static final List<Group> GROUPS = List.of(
            new Group("overview", List.of(new Room("dashboard", "pi pi-chart-bar", Entrance.ALL, ANY))),
            new Group(
                    "provisioning",
                    List.of(
                            new Room("profiles", "pi pi-id-card", Entrance.STOCK, GENERATION),
                            new Room("orders", "pi pi-shopping-cart", Entrance.CHANGE, GENERATION),
                            new Room("imports", "pi pi-upload", Entrance.STOCK, GENERATION),
                            new Room("rules", "pi pi-filter", Entrance.STOCK, GENERATION))),
            new Group(
                    "bulk",
                    List.of(
                            new Room("batches", "pi pi-box", Entrance.STOCK, GENERATION),
                            new Room("lots", "pi pi-th-large", Entrance.STOCK, GENERATION))),
            new Group(
                    "factory",
                    List.of(
                            new Room("received", "pi pi-inbox", Entrance.FACTORY, BATCHES),
                            new Room("images", "pi pi-microchip", Entrance.FACTORY, BATCHES),
                            new Room("stations", "pi pi-desktop", Entrance.FACTORY, SUPPORT),
                            new Room("devices", "pi pi-mobile", Entrance.FACTORY, SUPPORT),
                            new Room("factory-lots", "pi pi-download", Entrance.FACTORY, LOCAL_PROVISIONING),
                            new Room("partners", "pi pi-building", Entrance.FACTORY, PARTNERS),
                            new Room("lines", "pi pi-arrows-h", Entrance.FACTORY, LINES))),
            new Group(
                    "platform",
                    List.of(
                            new Room("audit", "pi pi-book", Entrance.STOCK, ANY),
                            new Room("keys", "pi pi-key", Entrance.STOCK, ANY),
                            new Room("users", "pi pi-users", Entrance.ADMINISTRATION, ANY))));

    private ConsoleUser user;
    private Set<ServerRole> roles;

    /** For the container's proxy. */
    protected Navigation() {}

    /**
     * @param user who looks
     * @param configuration says what this server is there for
     */
    @Inject
    public Navigation(ConsoleUser user, MintlineConfiguration configuration) {
        this.user = user;
        this.roles = configuration.roles();
    }

    /** Whether a page belongs to a room that a server of these roles does not have. */
    static boolean isAbsent(String page, Set<ServerRole> roles) {
        return GROUPS.stream()
                .flatMap(group -> group.rooms().stream())
                .anyMatch(room -> room.isCurrent(page) && !room.isServedBy(roles));
    }

    /** Whether this server has a role. */
    public boolean isOfRole(ServerRole role) {
        return roles.contains(role);
    }

    /** Whether this server has a room. */
    public boolean has(String name) {
        return GROUPS.stream()
                .flatMap(group -> group.rooms().stream())
                .anyMatch(room -> room.name().equals(name) && room.isServedBy(roles));
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
        return room.isServedBy(roles) && isEntered(room);
    }

    private boolean isEntered(Room room) {
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
     * @param roles of a server that has it: any of these
     */
    public record Room(String name, String icon, Entrance entrance, Set<ServerRole> roles) {
        boolean isServedBy(Set<ServerRole> ofServer) {
            return roles.stream().anyMatch(ofServer::contains);
        }

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
