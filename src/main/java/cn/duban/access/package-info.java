/**
 * Who comes in: accounts, sign-in, sessions, the post switch, bearer tokens, and the first run.
 *
 * <p>Words: an <em>account</em> lets one person of the register in; a person acts in one <em>post</em> at a time and
 * may switch to another they hold; a <em>token</em> lets a program act in one post of one person.
 *
 * <p>Invariants: nothing is open but what {@link cn.duban.access.Doors} lists. A session keeps three numbers (tenant,
 * person, post) and nothing else; the {@link cn.duban.web.Viewer} is read from the register at every request, so a
 * post that ended opens nothing. A new password or a disabled account ends the person's sessions, an administrator's
 * reset and disabling their tokens too. The door says the same of a wrong password, an unknown login and a locked
 * account. Secrets are kept as hashes and shown once. Every attempt to sign in leaves a line that nobody can change. The first run is closed for
 * good once a government exists.
 */
@ApplicationModule(allowedDependencies = {"web", "units"})
@NullMarked
package cn.duban.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
