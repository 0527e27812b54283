package org.mintline.device.euicc.filesystem;

/**
 * A record of an EF.ARR (ETSI TS 102 221, clause 9.2.7).
 *
 * @param fileId the identifier of the EF.ARR: 2F06 under the MF, 6F06 in an application
 * @param record the record number, from 1
 */
public record AccessRuleReference(int fileId, int record) {}
