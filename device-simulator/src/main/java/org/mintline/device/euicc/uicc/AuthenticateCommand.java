package org.mintline.device.euicc.uicc;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import org.mintline.device.euicc.authentication.Authentication;
import org.mintline.device.euicc.authentication.AuthenticationAlgorithm;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.Pin;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.rsp.apdu.CommandApdu;

/** AUTHENTICATE in the 3G security context (3GPP TS 31.102, clause 7.1; TS 31.103, clause 7.1). */
final class AuthenticateCommand {
    private static final int CONTEXT_3G = 0x81;
    private static final int RAND_LENGTH = 16;
    private static final int SUCCESS = 0xDB;
    private static final int SYNCHRONISATION_FAILURE = 0xDC;
    private static final int PIN_APPLICATION_1 = 0x01;

    private final Set<Pin> verified;

    /** @param verified the PINs verified since the activation */
    AuthenticateCommand(Set<Pin> verified) {
        this.verified = verified;
    }

    byte[] authenticate(CommandApdu command, Selection selection) {
        if (command.p1() != 0 || command.p2() != CONTEXT_3G) {
            throw new CardException(StatusWord.WRONG_PARAMETERS);
        }
        Directory application = selection
                .directory()
                .application()
                .orElseThrow(() -> new CardException(StatusWord.CONDITIONS_NOT_SATISFIED));
        Authentication authentication = selection
                .profile()
                .authentication(application)
                .orElseThrow(() -> new CardException(StatusWord.CONDITIONS_NOT_SATISFIED));
        boolean locked = application
                .pin(PIN_APPLICATION_1)
                .filter(pin -> pin.isEnabled() && !verified.contains(pin))
                .isPresent();
        if (locked) {
            throw new CardException(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        byte[] data = command.data();
        byte[] rand = part(data, 0);
        if (rand.length != RAND_LENGTH) {
            throw new CardException(StatusWord.WRONG_DATA);
        }
        return answer(authentication.authenticate(rand, part(data, 1 + rand.length)));
    }

    private static byte[] answer(Authentication.Outcome outcome) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        if (outcome instanceof Authentication.Success success) {
            AuthenticationAlgorithm.Keys keys = success.keys();
            answer.write(SUCCESS);
            append(answer, keys.res());
            append(answer, keys.ck());
            append(answer, keys.ik());
        } else if (outcome instanceof Authentication.SynchronisationFailure failure) {
            answer.write(SYNCHRONISATION_FAILURE);
            append(answer, failure.auts());
        } else {
            throw new CardException(StatusWord.AUTHENTICATION_ERROR_INCORRECT_MAC);
        }
        return answer.toByteArray();
    }

    private static void append(ByteArrayOutputStream answer, byte[] value) {
        answer.write(value.length);
        answer.writeBytes(value);
    }

    /** A value with its length in front. */
    private static byte[] part(byte[] data, int offset) {
        int end = offset >= data.length ? Integer.MAX_VALUE : offset + 1 + (data[offset] & 0xFF);
        if (end > data.length || end - offset < RAND_LENGTH) {
            throw new CardException(StatusWord.WRONG_LENGTH);
        }
        return Arrays.copyOfRange(data, offset + 1, end);
    }
}
