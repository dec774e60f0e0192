package cn.duban.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Admission;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.ledger.Duplicates.Intended;
import cn.duban.ledger.Duplicates.Level;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.similarity.meaning.Subject;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Among two thousand open matters twenty that are told in other words are found, at intake and over the whole ledger, and little else. */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicatesAtIntakeTest {

    private static final Logger log = LoggerFactory.getLogger(DuplicatesAtIntakeTest.class);

    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired EmbeddingFixture embeddings;
    @Autowired Admission admission;
    @Autowired PairingFixture pairing;
    @Autowired Clusters clusters;

    private Town town;
    private List<MatterId> standing;
    private List<MatterId> planted;
    private List<List<Hit>> again;
    private List<List<Hit>> fresh;

    @BeforeAll
    void fillTheLedger() {
        LocaleContextHolder.setLocale(Words.CHINESE);
        town = towns.another();
        standing = open(TwoThousand.standing());
        embeddings.settle(town);
        again = hits(IntStream.range(0, TwoThousand.PLANTED).mapToObj(TwoThousand::toldAgain).toList());
        fresh = hits(TwoThousand.fresh());
        planted = open(IntStream.range(0, TwoThousand.PLANTED).mapToObj(TwoThousand::toldAgain).toList());
        embeddings.settle(town);
        pairing.makeUp();
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void findsWhatIsToldInOtherWords() {
        var missed = IntStream.range(0, TwoThousand.PLANTED).filter(i -> again.get(i).stream().noneMatch(hit -> hit.row().id().equals(original(i)))).mapToObj(TwoThousand::toldAgain).toList();
        assertThat(missed).isEmpty();
    }

    @Test
    void raisesFewFalseAlarms() {
        var false20 = IntStream.range(0, TwoThousand.PLANTED).mapToLong(i -> again.get(i).stream().filter(hit -> !hit.row().id().equals(original(i))).count()).sum();
        var false100 = fresh.stream().mapToLong(List::size).sum();
        log.info("false alarms: {} beside the 20 planted, {} for 100 new matters", false20, false100);
        assertThat(false20).isLessThanOrEqualTo(20);
        assertThat(false100).isLessThanOrEqualTo(20);
        assertThat(fresh).filteredOn(hits -> hits.stream().anyMatch(hit -> hit.level() == Level.VERY_LIKELY)).as("those that somebody would have to answer").hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void putsThemTogetherOverTheWholeLedger() {
        var likely = clusters.of(ClusterFilter.read(Map.of("level", "likely")), town.as("inspect"), 1_000);
        var veryLikely = clusters.of(ClusterFilter.read(Map.of()), town.as("inspect"), 1_000);
        log.info("clusters: {} very likely with {} of the 20 planted, {} likely with {}", veryLikely.count(), together(veryLikely), likely.count(), together(likely));
        assertThat(together(likely)).isGreaterThanOrEqualTo(19);
        assertThat(together(veryLikely)).isGreaterThanOrEqualTo(15);
        assertThat(veryLikely.count()).isLessThanOrEqualTo(120);
        assertThat(veryLikely.clusters()).allMatch(cluster -> cluster.members().size() >= 2 && !cluster.members().get(1).reasons().isEmpty());
        assertThat(clusters.of(ClusterFilter.read(Map.of("level", "likely")), town.as("permit.handle1"), 10).clusters()).as("of which this one sees nothing").isEmpty();
    }

    private long together(Clusters.Found found) {
        var groups = found.clusters().stream().map(cluster -> cluster.members().stream().map(member -> member.row().id()).collect(Collectors.toSet())).toList();
        return IntStream.range(0, TwoThousand.PLANTED).filter(i -> groups.stream().anyMatch(group -> group.containsAll(Set.of(original(i), planted.get(i))))).count();
    }

    private MatterId original(int i) {
        return standing.get(TwoThousand.original(i));
    }

    private List<List<Hit>> hits(List<Subject> subjects) {
        return admission.ofTexts(subjects.stream().map(subject -> new Intended(subject.title(), subject.body(), List.of(), null)).toList(), town.as("inspect"));
    }

    private List<MatterId> open(List<Subject> subjects) {
        var fresh = town.measure("");
        var done = new ArrayList<MatterId>();
        for (int from = 0; from < subjects.size(); from += 500)
            ledger.openAll(subjects.subList(from, Math.min(subjects.size(), from + 500)).stream().map(subject -> new Opening(Ledger.newId(), fresh.ledger(), fresh.type(), subject.title(), subject.body(), fresh.fields(), fresh.roles(), null, null, null, 0,
                    Secrecy.INTERNAL, false, null, null)).toList(), town.as("inspect"), null).forEach(opened -> done.add(opened.id()));
        assertThat(new HashSet<>(done)).hasSameSizeAs(subjects);
        return done;
    }
}
