package org.mintline.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mintline.line.LineKeyring;
import org.mintline.line.LineKeys;
import org.mintline.line.LineLogins;
import org.mintline.line.LineMonitors;
import org.mintline.line.LineProof;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.scp03.AuthenticationFailedException;

/** Where other servers prove key sets. A few proofs are under way at once; the oldest gives way. */
@ApplicationScoped
public class ProofDesk {
    private static final int MOST = 64;

    private final Map<String, LineProof.Responder> underWay = new LinkedHashMap<>();

    @Inject
    private LineKeyring keyring;

    @Inject
    private LineLogins logins;

    @Inject
    private LineMonitors monitors;

    /**
     * Answers a command of a proof; when it is complete, the line has its login.
     *
     * @param line as the other end names it
     * @param proof which proof, as the other end names it
     */
    synchronized byte[] answer(String line, String proof, byte[] command) {
        String name = line + "/" + proof;
        Optional<LineKeys> keys = keyring.of(line);
        try {
            LineProof.Responder responder = underWay.computeIfAbsent(
                    name,
                    unused -> new LineProof.Responder(
                            line,
                            keys.orElseThrow(() -> new AuthenticationFailedException("there is no such line"))
                                    .incoming(),
                            Cryptography.system().randomness()));
            byte[] answer = responder.answer(command);
            responder.givenTicket().ifPresent(ticket -> complete(line, name, ticket));
            return answer;
        } catch (AuthenticationFailedException e) {
            underWay.remove(name);
            logins.refuse(line, e.getMessage());
            return ResponseApdu.of(StatusWord.SECURITY_STATUS_NOT_SATISFIED).encoded();
        } finally {
            dropOldest();
        }
    }

    private void complete(String line, String name, String ticket) {
        underWay.remove(name);
        logins.open(line, ticket);
        monitors.of(line).proven();
    }

    private void dropOldest() {
        Iterator<String> oldest = underWay.keySet().iterator();
        while (underWay.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }
}
