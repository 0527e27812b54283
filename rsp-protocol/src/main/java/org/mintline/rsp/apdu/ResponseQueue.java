package org.mintline.rsp.apdu;

import java.util.Arrays;

/**
 * Holds an answer on the side of the card until GET RESPONSE has fetched it (ISO/IEC 7816-4, clause 7.6.1). Not for several
 * threads at once.
 */
public final class ResponseQueue {
    private static final int MAXIMUM = 256;

    private byte[] answer = {};
    private int position;

    /**
     * Takes an answer in, in place of any that was left.
     *
     * @return 61xx, or 9000 if the answer is empty
     */
    public ResponseApdu offer(byte[] newAnswer) {
        answer = newAnswer;
        position = 0;
        return new ResponseApdu(new byte[0], statusWord());
    }

    /**
     * Answers GET RESPONSE.
     *
     * @param le how many bytes are wanted, 1 to 256
     * @return the next bytes, with 61xx if more are left
     * @throws ApduException if nothing is left
     */
    public ResponseApdu next(int le) {
        if (position == answer.length) {
            throw new ApduException(StatusWord.CONDITIONS_NOT_SATISFIED, "there is no answer to fetch");
        }
        int end = Math.min(answer.length, position + le);
        byte[] part = Arrays.copyOfRange(answer, position, end);
        position = end;
        return new ResponseApdu(part, statusWord());
    }

    private int statusWord() {
        int left = Math.min(MAXIMUM, answer.length - position);
        return left == 0 ? StatusWord.NO_ERROR.value() : 0x6100 | left & 0xFF;
    }
}
