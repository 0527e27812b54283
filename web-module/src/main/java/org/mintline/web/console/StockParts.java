package org.mintline.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The parts of a stock line, for the heads of its columns. */
@Named
@ApplicationScoped
public class StockParts {
    /** All parts, in the order of a profile's life. */
    public List<StockLine.Part> getAll() {
        return List.of(StockLine.Part.values());
    }
}
