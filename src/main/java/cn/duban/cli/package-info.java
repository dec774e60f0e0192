/**
 * The door for a terminal: {@code parse}, {@code deadline}, {@code lint}, {@code verify}, {@code serve}, {@code help}.
 *
 * <p>Thin: a command finds its words, calls the room that knows, and turns the answer into lines and an exit code (0 it
 * holds, 1 it does not, 2 there was nothing to work on). What goes wrong is one sentence in Chinese and English on the
 * error output, never a stack trace. Output is UTF-8 whatever the terminal says.
 *
 * <p>Invariants: the commands that need no database touch no class of Spring; {@code verify} writes nothing, starts no
 * web server, and leaves a server that it found running as it was.
 */
@ApplicationModule(allowedDependencies = {"crypto", "ledger", "ledger :: type", "rectification :: reading", "workdays"})
@NullMarked
package cn.duban.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
