package org.mintline.faults;

/**
 * Where a device is when the server dies.
 *
 * @param step which step of the download
 * @param moment how far that step is
 */
record Stop(Step step, Moment moment) {
    /** The steps of a download. */
    enum Step {
        INITIATE_AUTHENTICATION,
        AUTHENTICATE_CLIENT,
        GET_BOUND_PROFILE_PACKAGE,
        /** Between the device and its eUICC, without the server. */
        LOAD_BOUND_PROFILE_PACKAGE,
        HANDLE_NOTIFICATION
    }

    /** How far a step is. */
    enum Moment {
        /** The next thing would be to send the request. */
        BEFORE,
        /** The request is on its way, or is processed, or its answer is on its way. */
        IN_FLIGHT,
        /** The request was processed, and its answer is lost: the device sends it again. */
        ANSWER_LOST,
        /** The answer was read: the device goes on with the next step. */
        ANSWERED,
        /** The answer was read, and the device dies with the server: it begins anew with the same activation code. */
        POWER_CUT
    }

    @Override
    public String toString() {
        return step + " " + moment;
    }
}
