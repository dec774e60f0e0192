package cn.duban.proposal;

import cn.duban.web.Navigation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Everybody sees the suggestions that they have a part in. */
@Component
class ProposalNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("proposal.proposals.title", "/proposals", "messages", 27, Set.of()));
    }
}
