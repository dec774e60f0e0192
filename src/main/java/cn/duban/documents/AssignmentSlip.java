package cn.duban.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * 交办单: one matter handed to those who answer for it, with a return slip 回执 below the cut line.
 *
 * @param office who hands over, and to whom the return slip goes back
 * @param heading printed large, e.g. {@code 督查事项交办单}
 * @param number of this slip, e.g. {@code 明督交〔2026〕12号}
 * @param recipient the unit that this copy goes to
 * @param matterNumber the matter's number on the ledger
 * @param matter what is wrong or owed
 * @param measures what is to be done, one line each
 * @param assisting 配合单位, may be none
 * @param leader 责任领导 of the lead unit
 * @param dueWhy how the deadline was reached, in one sentence
 * @param requirements 办理要求, one line each
 * @param contact whom to ask, without private numbers
 * @param returnBy the day by which the signed return slip is expected
 */
public record AssignmentSlip(
        String office,
        String heading,
        String number,
        LocalDate issuedOn,
        String recipient,
        String matterNumber,
        String matter,
        List<String> measures,
        String lead,
        List<String> assisting,
        String leader,
        LocalDate due,
        String dueWhy,
        List<String> requirements,
        String contact,
        LocalDate returnBy) {

    public AssignmentSlip {
        measures = List.copyOf(measures);
        assisting = List.copyOf(assisting);
        requirements = List.copyOf(requirements);
        if (due.isBefore(issuedOn)) {
            throw new IllegalArgumentException("交办单 " + number + " 的办理时限 " + due + " 早于交办日期 " + issuedOn + "。请更正其中一个日期。");
        }
    }
}
