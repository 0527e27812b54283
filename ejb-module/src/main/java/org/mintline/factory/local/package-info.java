/**
 * The local provisioning server (OFF-4 to OFF-7), which works while the line to the world is cut. Towards the aggregator it downloads
 * lots ({@link org.mintline.factory.local.LotDownload}) and carries reports ({@link org.mintline.factory.local.ReportCarrier}); both are jobs that go
 * on wherever a crash or a cut stopped them. Towards eUICCs it is {@link org.mintline.factory.local.LocalProvisioningBean}.
 */
package org.mintline.factory.local;
