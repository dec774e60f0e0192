/**
 * Sheets (表格): a year's ledger comes in from Excel, and any list leaves as Excel or paper.
 *
 * <p>Words. An <em>intake</em> is a spreadsheet on its way into the ledger, its rows kept as they were read; the
 * <em>mapping</em> says which column means what and is decided by a person who sees the first rows as they will become
 * matters. The <em>check</em> is a dry run: every row is <em>new</em>, <em>changed</em>, <em>unchanged</em>, <em>faulty</em> or no
 * matter at all, and matters whose row is gone are <em>missing</em>. A <em>book</em> is one ledger outside the house in all its
 * issues; it remembers which row became which matter. A <em>source</em> is who hands sheets down from outside by the {@link
 * cn.duban.sheets.RowDoor} of a room above; their rows name people and are kept sealed.
 *
 * <p>One request: a file dropped on {@code /sheets} → {@link cn.duban.documents.SheetText} → rows of the intake → mapping page →
 * check → import, both by the worker in batches, each batch with its matters in one transaction, so that whoever is
 * interrupted goes on where it was and opens nothing twice.
 *
 * <p>Invariants: no row is lost: each ends with a matter or with a sentence; nothing enters the ledger unseen; what a sheet
 * says was done is a claim, unverified; a matter that was handed out is never overwritten by a sheet; the room changes
 * matters through the kernel's door only.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "ledger :: desk", "documents", "web", "units", "crypto", "workdays", "evidence"})
@NullMarked
package cn.duban.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
