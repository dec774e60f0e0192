/**
 * What the product does by itself, and when: each room says what is to be done how often ({@link cn.duban.timers.Timed}), one
 * scheduler runs all of it. The timers are rows of our PostgreSQL: whichever node comes first does the work of all, and where
 * a node is killed at it, another takes over within a minute.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.duban.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
