/**
 * Rectification (巡察整改): a document with findings becomes a supervised ledger, and the ledger becomes slips and bulletins.
 *
 * <p>Words: an <em>intake</em> is a document read by machine and corrected by a person; adopting it opens a <em>round</em>
 * with <em>findings</em> and their <em>measures</em>, all matters of the kernel. A <em>plan</em> is the page on which every
 * measure gets its leader, lead unit, assisting units, handler and day, before it is handed out.
 *
 * <p>Invariants: nothing of a document enters the ledger unseen; what it says was done is a claim, unverified; units and
 * days sit on measures, and a finding read without measures gets one that carries its own words. The room changes matters
 * through the kernel's door only.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "documents", "publication", "web", "units", "crypto", "workdays", "evidence"})
@NullMarked
package cn.duban.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
