package cn.duban.demo;

import cn.duban.hotline.WordSearch;
import cn.duban.hotline.answers.AnswerForm;
import cn.duban.hotline.answers.Answers;
import cn.duban.hotline.knowledge.EntryForm;
import cn.duban.hotline.knowledge.Knowledge;
import cn.duban.hotline.knowledge.Wrongs;
import cn.duban.hotline.quality.Qualities;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the desk of the invented city makes of its tickets: questions and answers for everybody, what it knows, and how well it works. */
@Component
class DemoHotlineDesk {

    private static final String ONE = "hotline.registry";
    private static final String OTHER = "hotline.handle";

    private final DemoCast cast;
    private final Answers answers;
    private final Knowledge knowledge;
    private final Wrongs wrongs;
    private final Qualities qualities;
    private final Directories directories;

    DemoHotlineDesk(DemoCast cast, Answers answers, Knowledge knowledge, Wrongs wrongs, Qualities qualities, Directories directories) {
        this.cast = cast;
        this.answers = answers;
        this.knowledge = knowledge;
        this.wrongs = wrongs;
        this.qualities = qualities;
        this.directories = directories;
    }

    /** A ticket that was answered at once. */
    record Told(MatterId ticket, String asked, String answer, String category) {}

    /** @param published checked by a second agent @param proposed still waiting for one */
    void keep(City.Founded city, Told published, Told proposed) {
        publish(city, published, true);
        publish(city, proposed, false);
        know(city);
        // nothing is drawn of a month that has not ended; that its seed is bound can be seen from the first day
        qualities.bindAhead(city.tenant());
    }

    private void publish(City.Founded city, Told told, boolean checked) {
        var there = answers.of(city.tenant(), told.ticket().id());
        var one = cast.as(city, ONE);
        var id = there.isPresent() ? there.get().id() : answers.propose(told.ticket().id(), new AnswerForm(told.asked(), told.answer()), told.category(), one.unitName(), one);
        if (checked && answers.published(city.tenant(), id).isEmpty()) answers.check(id, true, "", cast.as(city, OTHER));
    }

    private void know(City.Founded city) {
        var today = directories.of(city.tenant()).today();
        entry(city, "灵活就业人员怎么交社保", "外地户口在本市灵活就业的，带身份证到任一街道便民服务中心办理，也可以网上办；按月或者按年缴费都可以。", "明人社〔2026〕3号", today.plusYears(1), true, "市人社局", "");
        entry(city, "102 路公交早高峰发车间隔", "早高峰七点到九点，每十二分钟一班；平峰二十分钟一班。", "市交通运输局公告〔2026〕11号", today.plusDays(5), true, "市交通运输局", "末班车时间改成了二十二点，这里没有写。");
        entry(city, "路面塌陷怎么派单", "有人摔伤或者正在扩大的，先电话通知市住建局值班室围挡，再派单并标紧急。", "热线中心内部办法", today.plusMonths(6), false, "12345热线中心", "");
    }

    private void entry(City.Founded city, String title, String body, String sources, LocalDate until, boolean open, String unit, String wrong) {
        if (knowledge.search(city.tenant(), WordSearch.of(title)).stream().anyMatch(there -> there.title().equals(title))) return;
        var owner = directories.of(city.tenant()).unitNamed(unit).orElseThrow().id();
        var id = knowledge.add(new EntryForm(title, body, sources, until.toString(), open, String.valueOf(owner)), cast.as(city, ONE));
        if (open) knowledge.check(id, 1, cast.as(city, OTHER));
        if (!wrong.isEmpty()) wrongs.say(city.tenant(), id, wrong, null);
    }
}
