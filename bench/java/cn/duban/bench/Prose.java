package cn.duban.bench;

import cn.duban.bench.Words.Category;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes the way people write to a government: titles of 15 to 30 characters, bodies of 80 to 300, notes of one or two sentences. */
public record Prose(Words words) {

    private static final String[] NUMBERS = {"两", "三", "四", "五", "六", "八", "十", "十二", "二十", "三十余", "四十多", "近百", "二百余", "上千"};

    public Category category(RandomGenerator random) {
        return Words.one(words.categories(), random);
    }

    public String title(Category about, RandomGenerator random) {
        while (true) {
            var title = switch (random.nextInt(6)) {
                case 0 -> place(random) + object(about, random) + fault(about, random) + "问题";
                case 1 -> "关于" + place(random) + object(about, random) + fault(about, random) + "的整改";
                case 2 -> words.one("who", random) + "反映" + place(random) + object(about, random) + fault(about, random);
                case 3 -> words.one("hour", random) + place(random) + object(about, random) + fault(about, random);
                case 4 -> words.name(random) + words.one("company", random) + object(about, random) + fault(about, random);
                default -> place(random) + object(about, random) + fault(about, random) + "，" + words.one("tail", random);
            };
            if (title.length() >= 15 && title.length() <= 30) return title;
        }
    }

    public String body(Category about, RandomGenerator random) {
        var target = 80 + random.nextInt(200);
        var text = new StringBuilder(opening(about, random));
        while (text.length() < target) {
            var next = sentence(about, random);
            if (text.length() + next.length() > 300) break;
            text.append(next);
        }
        while (text.length() < 80) text.append(words.one("tail", random)).append("。");
        return text.length() > 300 ? text.substring(0, 299) + "。" : text.toString();
    }

    private String opening(Category about, RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> words.one("hour", random) + "，" + words.one("check", random) + "在" + place(random) + "发现，" + object(about, random) + fault(about, random) + "。";
            case 1 -> "群众反映：" + place(random) + object(about, random) + fault(about, random) + "，" + words.one("who", random) + words.one("many", random) + "反映未果。";
            case 2 -> place(random) + words.one("who", random) + words.one("many", random) + "来电，称" + words.one("hour", random) + object(about, random) + fault(about, random) + "。";
            case 3 -> "经" + words.one("check", random) + "核实，" + words.name(random) + words.one("company", random) + "负责的" + object(about, random) + fault(about, random) + "。";
            default -> "市民热线转来：" + place(random) + count(random) + "户" + words.one("who", random) + "投诉" + object(about, random) + fault(about, random) + "。";
        };
    }

    private String sentence(Category about, RandomGenerator random) {
        return switch (random.nextInt(11)) {
            case 0 -> "主要原因是" + words.one("cause", random) + "，" + words.one("cause", random) + "。";
            case 1 -> "涉及" + place(random) + "至" + place(random) + "一带，影响" + count(random) + "户" + words.one("who", random) + "。";
            case 2 -> object(about, random) + fault(about, random) + "，" + object(about, random) + fault(about, random) + "。";
            case 3 -> words.one("who", random) + "担心" + fault(about, random) + "，" + words.one("tail", random) + "。";
            case 4 -> "此前" + words.name(random) + words.one("company", random) + words.one("effort", random) + "，但" + words.one("cause", random) + "。";
            case 5 -> "抽查" + count(random) + "处，其中" + count(random) + "处" + fault(about, random) + "。";
            case 6 -> "建议" + about.measures().get(random.nextInt(about.measures().size())) + "，" + measure(about, random) + "。";
            case 7 -> "责任单位" + words.one("effort", random) + "，" + words.one("effort", random) + "。";
            case 8 -> "距" + place(random) + "约" + (random.nextInt(1, 40) * 50) + "米，" + words.one("hour", random) + "尤为突出。";
            case 9 -> place(random) + "也有同类问题，" + words.one("tail", random) + "。";
            default -> "请" + measure(about, random) + "，" + words.one("tail", random) + "。";
        };
    }

    public String note(Category about, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> words.one("effort", random) + "，" + measure(about, random) + "，" + words.one("result", random) + "。";
            case 1 -> place(random) + object(about, random) + "已" + measure(about, random) + "，" + words.one("result", random) + "。";
            case 2 -> words.one("hour", random) + words.one("effort", random) + "。" + "下一步" + measure(about, random) + "。";
            default -> "完成" + count(random) + "处整改，" + words.one("result", random) + "，" + words.one("effort", random) + "。";
        };
    }

    public String file(Category about, RandomGenerator random) {
        return place(random) + object(about, random) + words.one("file", random) + ".txt";
    }

    public String verdict(RandomGenerator random) {
        return words.one("verdict", random);
    }

    public String refusal(RandomGenerator random) {
        return words.one("back", random);
    }

    public String reason(RandomGenerator random) {
        return words.one("reason", random);
    }

    public String goal(Category about, RandomGenerator random) {
        return about.name() + "：" + words.one("goal", random);
    }

    /** Words of two and of four characters that stand in much of what is written, or hardly anywhere, for searches. */
    public List<String> probes(boolean rare, int characters) {
        var first = words.lists().get("first");
        var second = words.lists().get("second");
        if (!rare) return characters == 2 ? List.of("小区", "问题", "整改", "居民", "群众") : List.of("群众反映", "责任单位", "限期整改", "主要原因", "此前云川");
        return java.util.stream.IntStream.range(1, 13)
                .mapToObj(n -> first.get(first.size() - n) + second.get(second.size() - 1 - n / 2) + (characters == 2 ? "" : "小区")).toList();
    }

    private String place(RandomGenerator random) {
        return words.name(random) + words.one("place", random);
    }

    private static String object(Category about, RandomGenerator random) {
        return Words.one(about.objects(), random);
    }

    private static String fault(Category about, RandomGenerator random) {
        return Words.one(about.faults(), random);
    }

    private static String measure(Category about, RandomGenerator random) {
        return Words.one(about.measures(), random);
    }

    private static String count(RandomGenerator random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }
}
