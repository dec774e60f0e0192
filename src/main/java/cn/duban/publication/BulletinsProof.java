package cn.duban.publication;

import cn.duban.ledger.Proof;
import cn.duban.ledger.Provable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every bulletin that was ever published, withdrawn ones too, proved with the ledger that it was counted from. */
@Component
class BulletinsProof implements Provable {

    private final Published published;
    private final Proving proving;

    BulletinsProof(Published published, Proving proving) {
        this.published = published;
        this.proving = proving;
    }

    @Override
    public int prove(int tenant, List<Proof.Break> breaks) {
        var all = published.all(tenant);
        for (var frozen : all) proving.prove(frozen).faults().forEach(fault -> breaks.add(new Proof.Break("bulletin " + frozen.number() + " " + fault.where(), said(fault))));
        return all.size();
    }

    private static String said(Proving.Fault fault) {
        var what = switch (fault.what()) {
            case TEXT -> "文字与发布时不同 / the text is not what was published";
            case ENTRY -> "台账记录与发布时不同 / the entries are not those that were counted";
            case FIGURE -> "数字或状态与台账不符 / a figure is not what the ledger says";
        };
        return what + " (" + fault.said() + " → " + fault.is() + ")";
    }
}
