package org.mintline.paging;

/** How many lines a caller may ask for at once. */
public final class PageLimit {
    /** The most lines of a page. */
    public static final int MAXIMUM = 500;

    private PageLimit() {}

    /**
     * The number of lines that a caller asks for.
     *
     * @throws IllegalArgumentException if it is not 1 to {@value #MAXIMUM}
     */
    public static int require(int lines) {
        if (lines < 1 || lines > MAXIMUM) {
            throw new IllegalArgumentException("a page has 1 to " + MAXIMUM + " lines");
        }
        return lines;
    }
}
