/**
 * 12345 热线: what citizens report by whatever channel becomes one ticket in one queue, with a number and a query code at once; it is sent to
 * the unit that is competent, answered, called back about, done again where the citizen is not satisfied, and never gone.
 *
 * <p>Words. A <em>ticket</em> (工单) is a matter of the type {@code hotline-ticket}. The <em>desk</em> ({@link cn.duban.hotline.Desks}) is the unit
 * that answers the line; an <em>agent</em> (话务员) supervises in it. The <em>caller</em> (诉求人) is a citizen, known by name, telephone and address or
 * by nothing. A <em>grade</em> says how long there is, a <em>category</em> what it is about; the <em>catalogue</em> (责任目录) which unit is
 * competent for a category in an area, from a day on. To <em>call back</em> (回访) is to ask the caller after the reply. The <em>code</em> (查询码) opens a
 * ticket to whoever has its number or the caller's telephone as well. A ticket is <em>joined</em> (并案) to a <em>master</em> that goes on for it.
 *
 * <p>One report walks: {@code call.CallController} (the agent's screen) or {@code citizen.ReportController} (the public form), {@code open311}, {@code mail}, {@code hook} or {@code platform} (sheets) →
 * {@link cn.duban.hotline.Report} (pure: what was typed, what is wrong, numbers of people masked) → {@link cn.duban.hotline.Intake} (matter, code and
 * sealed personal data in one transaction, through the ledger's own door) → the page that says number and code. An act walks as
 * everywhere: page → {@code Ledger.act}; what citizens do is entered by nobody (person 0) of the desk, in their name as 诉求人.
 *
 * <p>Invariants. In every open state somebody owes the next step, under a clock, and silence moves nothing: nobody rated is not satisfied, and is
 * counted apart. A unit sends a ticket back once, within two working days, with a reason; what was decided then is final, and so is what a named person designated. Whoever reported what was joined to another
 * ticket is told, called back and heard like any other: {@link cn.duban.hotline.Joining}, and reads nothing that is another caller's own: {@link cn.duban.hotline.JoinedAnswers}. Tickets are owed by the desk of
 * the day: {@link cn.duban.hotline.DeskChange}. Each closing is rated once. Names,
 * telephones and addresses stand in {@code ledger.Personal} alone, sealed, never in a title, field, entry or list; they are shown masked to the desk and to
 * the unit at work while it is at work, and each unmasking is a line of the chain. A ticket may be closed, merged or void: its number and code go on
 * telling the caller what became of it.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "similarity", "similarity :: meaning", "notices", "sheets", "documents", "evidence", "rating", "crypto", "timers", "units", "web", "workdays", "figures", "publication"})
@NullMarked
package cn.duban.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
