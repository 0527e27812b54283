package org.mintline.device.euicc.state;

import java.util.Optional;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;

/**
 * An installation that began and has no result yet. If it is still there after a reset, the power was cut, and the result is
 * installFailedDueToInterruption.
 *
 * @param transactionId the session
 * @param smdpOid of CERT.DPpb
 * @param notificationAddress where the result goes
 * @param euiccCiPKId the CI key under which the result is signed
 * @param metadata StoreMetadataRequest, once it came
 */
public record BegunInstallation(
        TransactionId transactionId,
        ObjectIdentifier smdpOid,
        String notificationAddress,
        SubjectKeyIdentifier euiccCiPKId,
        Optional<byte[]> metadata) {}
