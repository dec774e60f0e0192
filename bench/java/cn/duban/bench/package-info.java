/**
 * The bench: a seeded history of an invented prefecture, a load on the real HTTP doors, and beside each figure its floor,
 * the same rows by bare SQL. Not part of the product; compiled by the Maven profile {@code bench} alone, see {@code bench/README.md}.
 */
@NullMarked
package cn.duban.bench;

import org.jspecify.annotations.NullMarked;
