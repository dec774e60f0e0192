package cn.duban.hotline.knowledge;

import cn.duban.hotline.Desks;
import cn.duban.web.Dates;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The knowledge base for everybody of a government with a line; what was said to be wrong as a task of its owner. */
@Component
class KnowledgeNavigation implements Navigation {

    private static final Entry BASE = new Entry("hotline.knowledge.title", "/hotline/knowledge", "book", 102, Set.of());

    private final Desks desks;
    private final Wrongs wrongs;

    KnowledgeNavigation(Desks desks, Wrongs wrongs) {
        this.desks = desks;
        this.wrongs = wrongs;
    }

    @Override
    public List<Entry> entries() {
        return List.of();
    }

    @Override
    public List<Entry> entries(Viewer viewer) {
        return desks.unit(viewer.tenant()).isPresent() ? List.of(BASE) : List.of();
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (desks.unit(viewer.tenant()).isEmpty()) return List.of();
        return wrongs.owed(viewer, false).stream().map(owed -> new Task(owed.title(), "/hotline/knowledge/" + owed.knowledge(), Words.say("hotline.wrong.owed", Dates.day(owed.dueOn())), Words.say("hotline.wrong.do"))).toList();
    }
}
