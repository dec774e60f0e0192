package cn.duban.similarity;

import cn.duban.web.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The search box of the top bar leads here. */
@Component
class SearchNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of();
    }

    @Override
    public String search() {
        return "/search";
    }
}
