package org.mintline.rsp.profilepackage.template;

/** A template is not one: says in which line, and what is the matter. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line the line, from 1; 0 where no line can be named
     * @param message what is the matter
     */
    public TemplateException(int line, String message) {
        super(line > 0 ? "line " + line + ": " + message : message);
        this.line = line;
    }

    /** The line, from 1; 0 where no line can be named. */
    public int line() {
        return line;
    }
}
