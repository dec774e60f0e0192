package cn.duban.figures;

import cn.duban.web.Navigation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Figures stand in everybody's margin: each sees those of the matters they may see. */
@Component
class FiguresNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("figures.board.title", "/figures", "chart-bar", 30, Set.of()));
    }
}
