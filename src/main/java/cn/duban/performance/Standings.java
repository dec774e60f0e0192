package cn.duban.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who stands where within a group: by total, those whom a veto fails last; who has the same, has the same place. */
final class Standings {

    private Standings() {}

    record Place(int unit, String group, BigDecimal total, boolean vetoed, int rank) {}

    /** @param cards by unit, all scored */
    static List<Place> of(Map<Integer, Card> cards) {
        var groups = new LinkedHashMap<String, List<Map.Entry<Integer, Card>>>();
        cards.entrySet().forEach(one -> groups.computeIfAbsent(one.getValue().group(), group -> new ArrayList<>()).add(one));
        var places = new ArrayList<Place>();
        groups.forEach((group, members) -> {
            members.sort(Comparator.comparing((Map.Entry<Integer, Card> one) -> one.getValue().vetoed()).thenComparing(one -> one.getValue().total(), Comparator.reverseOrder()).thenComparing(Map.Entry::getKey));
            var rank = 1;
            for (int i = 0; i < members.size(); i++) {
                var card = members.get(i).getValue();
                if (i > 0 && !same(members.get(i - 1).getValue(), card)) rank = i + 1;
                places.add(new Place(members.get(i).getKey(), group, card.total(), card.vetoed(), rank));
            }
        });
        return places;
    }

    private static boolean same(Card one, Card other) {
        return one.vetoed() == other.vetoed() && one.total().compareTo(other.total()) == 0;
    }
}
