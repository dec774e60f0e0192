package cn.duban.hotline.desk;

import cn.duban.hotline.Categories;
import cn.duban.hotline.Competence;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param past whether lines that have ended are shown as well @param typed lines that were pasted and could not be read */
public record CataloguePage(List<Line> lines, boolean past, Categories categories, List<String> areas, List<Choice> units, String typed, Complaints complaints, @Nullable String said) {

    public record Line(Competence competence, String area, String unit) {}
}
