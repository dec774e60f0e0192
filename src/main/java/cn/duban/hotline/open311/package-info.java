/**
 * Open311 GeoReport v2: discovery, services, definitions, requests in and out, in XML and JSON, under {@code /api/open311}; every error as the
 * specification writes it. A <em>service</em> is a category of the tree, a <em>client</em> a program with a key, a <em>service request</em> a ticket.
 *
 * <p>Invariants. Without a key everybody reads of a ticket what its type declares public, and nothing of tips and of what is confidential; with a
 * client's key that client reads in full what it brought itself. What is posted goes through {@link cn.duban.hotline.Intake} like every report, numbers of
 * people in it masked; who reported stands sealed and is never given out.
 */
@NullMarked
package cn.duban.hotline.open311;

import org.jspecify.annotations.NullMarked;
