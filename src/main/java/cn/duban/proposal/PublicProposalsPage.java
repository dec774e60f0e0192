package cn.duban.proposal;

import java.util.List;

public record PublicProposalsPage(List<PublicProposalPage.Row> rows) {}
