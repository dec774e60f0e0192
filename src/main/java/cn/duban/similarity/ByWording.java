package cn.duban.similarity;

import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Sight;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.search.Part;
import cn.duban.similarity.search.Passages.Wanted;
import cn.duban.similarity.search.Passages;
import cn.duban.similarity.search.Terms;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Matters that hold pieces of a title as they are: what can be proposed while meaning cannot be compared. */
@Component
public class ByWording {

    private static final int PIECE = 4;
    private static final int PIECES = 4;
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Passages passages;
    private final Matters matters;
    private final Sight sight;
    private final Directories directories;

    ByWording(Passages passages, Matters matters, Sight sight, Directories directories) {
        this.passages = passages;
        this.matters = matters;
        this.sight = sight;
        this.directories = directories;
    }

    /** The newest that the viewer may see, of each piece as many as of the others. */
    public Set<UUID> candidates(Subject subject, Viewer viewer, int most) {
        var found = new LinkedHashSet<UUID>();
        var touched = sight.touched(viewer, directories.of(viewer.tenant()));
        var pieces = pieces(subject.title().isBlank() ? subject.body() : subject.title());
        for (var piece : pieces) {
            var wanted = new Wanted(viewer, Terms.of(piece), Part.ANYWHERE, touched, id -> matters.admitting(MatterQuery.all(), viewer, id), null);
            passages.spots(wanted, most / pieces.size()).forEach(spot -> found.add(spot.matter()));
        }
        return found;
    }

    /** Spread over the title, the first and the last included. */
    static List<String> pieces(String title) {
        var all = new ArrayList<String>();
        for (var run : BREAKS.split(title)) {
            if (run.length() >= Terms.SHORTEST && run.length() <= PIECE) all.add(run);
            else for (int at = 0; at + PIECE <= run.length(); at += PIECE / 2) all.add(run.substring(at, at + PIECE));
        }
        if (all.size() <= PIECES) return List.copyOf(new LinkedHashSet<>(all));
        var spread = new LinkedHashSet<String>();
        for (int i = 0; i < PIECES; i++) spread.add(all.get(i * (all.size() - 1) / (PIECES - 1)));
        return List.copyOf(spread);
    }
}
