package org.mintline.line;

import java.util.List;
import java.util.Optional;

/** The lines as an administrator sees and steers them. Every change leaves an audit line. */
public interface Lines {
    /** How the lines are, as this node sees it, by name. */
    List<LineStatus> list();

    /**
     * Lets nothing more be sent on a line, or goes on; what is with the broker already arrives.
     *
     * @throws IllegalArgumentException if there is no such line
     */
    void pause(String line, boolean paused);

    /**
     * Messages of a line that could not be taken in, newest first, page by page.
     *
     * @param before the lowest number of the page before; {@link Long#MAX_VALUE} for the first page
     * @param most how many at most, 1 to 1,000
     * @throws IllegalArgumentException if there is no such line
     */
    List<DeadLetter> deadLetters(String line, long before, int most);

    /**
     * Has one of them taken in after all.
     *
     * @return empty if it was taken in; otherwise the letter with the reason why it was not
     * @throws IllegalArgumentException if there is no such letter
     */
    Optional<DeadLetter> retry(String line, long number);

    /**
     * Drops one of them for good.
     *
     * @throws IllegalArgumentException if there is no such letter
     */
    void drop(String line, long number);
}
