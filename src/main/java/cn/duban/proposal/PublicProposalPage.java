package cn.duban.proposal;

import cn.duban.web.Titled;

/** @param feedback what was thought of the reply; empty while nobody has said @param less whether words are held back */
public record PublicProposalPage(Row row, String proposers, String body, String reply, String replied, String replyNumber, String outcome, String promise, String feedback, boolean less) implements Titled {

    public record Row(String id, String title, String number, String session, String serial, String lead) {}

    @Override
    public String title() {
        return row.title();
    }
}
