package org.mintline.faults;

/**
 * A bad request and what has to come of it.
 *
 * @param name what is wrong
 * @param request head and body
 * @param status the HTTP status of the answer
 * @param outcome the codes or the error that a body of the answer has to tell; empty for an answer without a body
 * @param audited the outcome of the line in the audit trail; empty if none is due
 */
record BadCase(String name, byte[] request, int status, String outcome, String audited) {
    /** A function of JSON that fails: subject and reason code in the answer and in the audit trail. */
    static BadCase failed(String name, byte[] request, String codes) {
        return new BadCase(name, request, 200, codes, codes);
    }

    /** A request that reaches no function. */
    static BadCase refused(String name, byte[] request, int status) {
        return new BadCase(name, request, status, "", "HTTP " + status);
    }

    /** A request that is no request of the interface at all. */
    static BadCase unheard(String name, byte[] request, int status) {
        return new BadCase(name, request, status, "", "");
    }
}
