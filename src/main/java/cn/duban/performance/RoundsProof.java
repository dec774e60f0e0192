package cn.duban.performance;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.Proof;
import cn.duban.ledger.Provable;
import cn.duban.performance.Card.Score;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every round, proved with the ledger: its chain, its scores against the steps, its points against the figures that they came from, its results against the points. */
@Component
class RoundsProof implements Provable {

    private final Rounds rounds;
    private final Schemes schemes;
    private final Scores scores;
    private final Steps steps;

    RoundsProof(Rounds rounds, Schemes schemes, Scores scores, Steps steps) {
        this.rounds = rounds;
        this.schemes = schemes;
        this.scores = scores;
        this.steps = steps;
    }

    @Override
    public int prove(int tenant, List<Proof.Break> breaks) {
        var all = rounds.all(tenant);
        all.forEach(round -> prove(round, breaks));
        return all.size();
    }

    private void prove(Round round, List<Proof.Break> breaks) {
        var where = "appraisal " + round.id();
        var chain = steps.of(round.tenant(), round.id());
        if (!unbroken(round.tenant(), round.id(), chain)) breaks.add(new Proof.Break(where, "考核经过被改动，链不连续", "the steps are not those that were written"));
        var version = schemes.find(round.scheme(), round.version(), round.tenant()).orElseThrow();
        if (chain.isEmpty() || !Sm3.hex(Sm3.digest(version.text().getBytes(StandardCharsets.UTF_8))).equals(chain.getFirst().says().get("text"))) breaks.add(new Proof.Break(where, "考核方案与开考核期时不同", "the scheme is not the one under which the round was opened"));
        var folded = folded(chain);
        var scheme = version.read();
        var stands = scores.of(round);
        var upheld = upheld(chain);
        for (var score : stands) {
            var at = where + " " + score.unit() + " " + score.indicator();
            if (!Steps.said(score).equals(folded.remove(key(score)))) breaks.add(new Proof.Break(at, "得分与考核经过不符", "the score is not what the steps say"));
            else if (!upheld.contains(key(score)) && !reckoned(scheme, score)) breaks.add(new Proof.Break(at, "得分与按数据算出的不符", "the points are not what the figures make"));
        }
        folded.keySet().forEach(missing -> breaks.add(new Proof.Break(where + " " + missing, "得分不见了", "a score is missing")));
        if (round.state() != Round.State.SCORING && !Standings.of(scores.cards(round, scheme)).stream().map(RoundsProof::plain).sorted().toList().equals(rounds.results(round).stream().map(RoundsProof::plain).sorted().toList()))
            breaks.add(new Proof.Break(where, "总分或名次与各项得分不符", "a total or a rank is not what the scores add up to"));
    }

    static boolean unbroken(int tenant, UUID round, List<Steps.Step> chain) {
        var before = new byte[Sm3.LENGTH];
        var no = 0;
        for (var step : chain) {
            if (step.no() != ++no || !Arrays.equals(step.digest(), step.expected(tenant, round, before))) return false;
            before = step.digest();
        }
        return true;
    }

    private static Map<String, Map<String, Object>> folded(List<Steps.Step> chain) {
        var folded = new LinkedHashMap<String, Map<String, Object>>();
        for (var step : chain) if (step.says().get("rows") instanceof List<?> rows) for (var row : rows) {
            var says = new HashMap<String, Object>();
            if (row instanceof Map<?, ?> map) map.forEach((key, value) -> says.put(String.valueOf(key), value));
            folded.put(says.get("unit") + " " + says.get("indicator"), says);
        }
        return folded;
    }

    private static String key(Score score) {
        return score.unit() + " " + score.indicator();
    }

    /** What an appeal corrected follows from its decision, not from the figure. */
    private static Set<String> upheld(List<Steps.Step> chain) {
        return folded(chain.stream().filter(step -> step.act().equals("uphold")).toList()).keySet();
    }

    private static boolean reckoned(Scheme scheme, Score score) {
        if (score.figure() == null) return true;
        var points = scheme.leaf(score.indicator()).orElseThrow().score(score.figure());
        return points == null ? score.points() == null : score.points() != null && score.points().compareTo(points) == 0;
    }

    private static String plain(Standings.Place place) {
        return place.unit() + " " + place.group() + " " + Points.said(place.total()) + " " + place.vetoed() + " " + place.rank();
    }
}
