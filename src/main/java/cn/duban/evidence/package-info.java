/**
 * Files that people hand in as evidence: received, kept, shown, proved.
 *
 * <p>Words: a <em>file</em> is bytes under their SM3 hash; its {@link cn.duban.evidence.FileId} is {@code tenant-hash}; a
 * {@link cn.duban.evidence.Receipt} says what one person handed in and as which {@link cn.duban.evidence.EvidenceKind}; a
 * <em>draft</em> is a file on its way in.
 *
 * <p>Invariants: the bytes are safe on disk before the row that names them is written, so a row without a file is a loss
 * and a file without a row is harmless; what a file is, is read from its content and never from its name; knowing a hash
 * grants nothing: a person attaches what they handed in, and reads that and what an
 * {@link cn.duban.evidence.EvidenceReaders} of a room above vouches for. This room knows no matter; where a file serves
 * as evidence is the ledger's to say.
 */
@ApplicationModule(allowedDependencies = {"web", "crypto"})
@NullMarked
package cn.duban.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
