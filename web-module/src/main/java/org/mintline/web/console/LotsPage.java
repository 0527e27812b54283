package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/** The lots of eUICCs, the latest first; administrators make new ones. */
@Named
@ViewScoped
public class LotsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    @Inject
    private EuiccLots lots;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private String name;
    private List<Long> chosen = List.of();
    private LocalDate until;

    private final PagedList<Long, EuiccLots.Lot> list = new PagedList<>(this::after);

    private PagedList.Slice<Long, EuiccLots.Lot> after(Optional<Long> key) {
        return PagedList.Slice.of(lots.list(user.operator(), PagedList.number(key), PAGE));
    }

    /** Makes a lot without eUICCs. */
    public void create() {
        user.requireAdministrator();
        try {
            lots.create(
                    name,
                    chosen.stream().map(OperatorId::new).collect(Collectors.toSet()),
                    until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    user.getActor());
            Messages.done("lots.created", name);
            name = null;
        } catch (EuiccLots.RefusedException refusal) {
            Messages.refused("lots.refused", refusal.getMessage());
        }
        list.first();
    }

    /** The lots, a page at a time. */
    public PagedList<Long, EuiccLots.Lot> getList() {
        return list;
    }

    /** The names of those who may bind profiles to a lot's eUICCs; an operator's user sees its own alone. */
    public String operatorsOf(EuiccLots.Lot lot) {
        return lot.operators().stream()
                .filter(one -> user.operator().map(one::equals).orElse(true))
                .flatMap(one -> operators.find(one).map(Operator::name).stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The operators to choose from. */
    public List<Operator> getOperators() {
        return operators.list();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Long> getChosen() {
        return chosen;
    }

    public void setChosen(List<Long> chosen) {
        this.chosen = chosen;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
