/**
 * The nation's commercial ciphers as this house uses them: SM3 hashes, canonical bytes to hash, Merkle trees over
 * hashes, and SM4-GCM seals for personal data.
 *
 * <p>Words: a <em>digest</em> is 32 bytes of SM3 (GB/T 32905-2016); the <em>canonical</em> form of a value is the one byte
 * string that it has; to <em>seal</em> is to encrypt so that a change is noticed (SM4, GB/T 32907-2016, in GCM, RFC 8998).
 *
 * <p>Invariants: everything is pure except {@link cn.duban.crypto.Sealer}, which holds the keys; keys live in a file
 * outside the database and never in a log or an exception; what was sealed with an older key opens as long as that key
 * stays in the file; once anything is sealed, nothing starts without the file.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.duban.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
