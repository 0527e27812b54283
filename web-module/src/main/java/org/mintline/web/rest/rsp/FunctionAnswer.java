package org.mintline.web.rest.rsp;

/**
 * The answer of a function that has no output data, or that failed.
 *
 * @param header how the function ended
 */
public record FunctionAnswer(ResponseHeader header) {
    /** The answer of a function without output data that did what it was asked. */
    public static final FunctionAnswer EXECUTED_SUCCESS = new FunctionAnswer(ResponseHeader.EXECUTED_SUCCESS);
}
