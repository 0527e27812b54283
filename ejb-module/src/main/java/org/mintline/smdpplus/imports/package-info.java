/**
 * Profiles that come into stock by file: CSV, and the input file of the industry. A file is kept sealed, worked off in chunks of one
 * transaction each, and goes on after a crash behind the last committed chunk. Start reading at {@code ProfileImportBean}.
 */
package org.mintline.smdpplus.imports;
