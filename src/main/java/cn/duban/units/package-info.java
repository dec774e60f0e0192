/**
 * Who exists: the owning governments (tenants), their regions, units as a dated tree with dated names, posts, and the
 * people who hold them.
 *
 * <p>Words: a <em>unit</em> (单位) is never renamed over: it has names from a day on, parents from a day on, and when it
 * is dissolved a successor. A <em>post</em> (岗位) belongs to one unit and carries duties; a <em>person</em> holds any
 * number of posts, a post any number of people. A unit has at most one <em>head</em> post on any day.
 *
 * <p>Invariants: a number (tenant, unit, post, person) is never reused and no row is deleted; rows dated
 * {@code [since, until)} of one thing never overlap; every change writes one line of the change log in its own
 * transaction and raises the tenant's version, which is also the lock between writers. Others read through {@link
 * cn.duban.units.Directory} and refer to units by number, so that a renamed organisation is renamed everywhere, and
 * {@code unitName(unit, day)} still tells what it was called then.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package cn.duban.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
