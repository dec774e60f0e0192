/**
 * The door for programs: REST under {@code /api/v1}, described by OpenAPI at {@code /api/v1/openapi.json}.
 *
 * <p>Thin: a request becomes the kernel's own {@link cn.duban.ledger.Opening}, {@link cn.duban.ledger.Act} or {@link
 * cn.duban.ledger.MatterQuery}, and what the kernel answers goes out as it is. A program comes in with a bearer token,
 * which stands for one person in one post; so whatever is forbidden to that person on a page is forbidden here.
 *
 * <p>Invariants: nothing is decided here that the kernel does not decide; the same {@code Idempotency-Key} does a thing
 * once; what goes wrong is a problem (RFC 9457) that names the {@code rule}, who {@code couldAct} and what is
 * {@code missing}.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "evidence", "similarity", "units", "web"})
@NullMarked
package cn.duban.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
