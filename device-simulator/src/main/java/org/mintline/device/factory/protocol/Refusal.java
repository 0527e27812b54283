package org.mintline.device.factory.protocol;

import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.apdu.StatusWord;

/** Why a device does not do what it is asked. The number is the first byte of the answer's data. */
public enum Refusal {
    /** No session was opened, or not in the way that this needs. */
    NOT_AUTHENTICATED(
            1,
            StatusWord.SECURITY_STATUS_NOT_SATISFIED,
            "the device does not know this station: it is not authenticated"),
    /** The station does not have the key set. */
    WRONG_KEY_SET(2, StatusWord.SECURITY_STATUS_NOT_SATISFIED, "the station does not have the key set of this device"),
    /** The device does not take this manner of authentication. */
    MANNER_NOT_ACCEPTED(
            3, StatusWord.CONDITIONS_NOT_SATISFIED, "the device does not accept this manner of authentication now"),
    /** It was installed before, or given up. */
    IMAGE_KNOWN(4, StatusWord.CONDITIONS_NOT_SATISFIED, "the device had this image before"),
    /** There is another one already. */
    OTHER_IMAGE(
            5,
            StatusWord.CONDITIONS_NOT_SATISFIED,
            "the device holds another image, which has to be installed or discarded first"),
    /** This one counts already. */
    IMAGE_COMMITTED(
            6,
            StatusWord.CONDITIONS_NOT_SATISFIED,
            "the device holds this image already, and installs it when it boots"),
    /** No image was announced. */
    NO_IMAGE(7, StatusWord.CONDITIONS_NOT_SATISFIED, "no image was announced"),
    /** The chunk does not continue what is there. */
    WRONG_OFFSET(8, StatusWord.INCORRECT_DATA, "the part of the image does not continue what the device has"),
    /** Bytes are missing. */
    INCOMPLETE(9, StatusWord.CONDITIONS_NOT_SATISFIED, "the image is not whole yet"),
    /** The image is longer than a device takes, or empty. */
    WRONG_LENGTH(10, StatusWord.NOT_ENOUGH_MEMORY, "the device takes no image of this length"),
    /** Other bytes came than were announced. */
    WRONG_DIGEST(11, StatusWord.INCORRECT_DATA, "the image is not the one that was announced"),
    /** The image itself is refused; the second byte says why. */
    IMAGE_REFUSED(12, StatusWord.INCORRECT_DATA, "the device refuses the image"),
    /** The packets in the image are for another eUICC. */
    OTHER_EUICC(13, StatusWord.INCORRECT_DATA, "the image is for another eUICC"),
    /** Only test profiles are taken now. */
    TEST_PROFILES_ONLY(
            14, StatusWord.CONDITIONS_NOT_SATISFIED, "the device is in test-profile mode and takes test profiles only"),
    /** Images come in the other mode. */
    NOT_IN_IMAGE_MODE(15, StatusWord.CONDITIONS_NOT_SATISFIED, "the device is set to take packets, not images"),
    /** Packets come in the other mode. */
    NOT_IN_PACKET_MODE(16, StatusWord.CONDITIONS_NOT_SATISFIED, "the device is set to take images, not packets"),
    /** An installation is under way, or an image waits for it. */
    BUSY(17, StatusWord.CONDITIONS_NOT_SATISFIED, "the device holds an image: its mode cannot change now"),
    /** The station has to fetch reports first. */
    REPORTS_WAITING(18, StatusWord.NOT_ENOUGH_MEMORY, "the device holds too many reports that nobody fetched"),
    /** The eUICC did not let itself be selected and authenticated. */
    EUICC(19, StatusWord.EXECUTION_ERROR, "the eUICC of the device does not answer as it should"),
    /** Not understood. */
    MALFORMED(20, StatusWord.INCORRECT_DATA, "the device does not understand the command");

    private final int number;
    private final StatusWord statusWord;
    private final String sentence;

    Refusal(int number, StatusWord statusWord, String sentence) {
        this.number = number;
        this.statusWord = statusWord;
        this.sentence = sentence;
    }

    /** The byte that stands for it. */
    public int number() {
        return number;
    }

    /** The status word beside it. */
    public StatusWord statusWord() {
        return statusWord;
    }

    /** In plain words, for the person at the station. */
    public String sentence() {
        return sentence;
    }

    /** Whether it is the image that is at fault, so that no other attempt helps. */
    public boolean isOfImage() {
        return switch (this) {
            case IMAGE_KNOWN, WRONG_LENGTH, WRONG_DIGEST, IMAGE_REFUSED, OTHER_EUICC -> true;
            default -> false;
        };
    }

    /** The refusal of a number. */
    public static Optional<Refusal> find(int number) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.number == number)
                .findFirst();
    }
}
