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
        for (var frozen : all) proving.prove(frozen).faults().forEach(fault -> breaks.add(said("bulletin " + frozen.number() + " " + fault.where(), fault)));
        return all.size();
    }

    private static Proof.Break said(String where, Proving.Fault fault) {
        var differs = " (" + fault.said() + " → " + fault.is() + ")";
        return switch (fault.what()) {
            case TEXT -> new Proof.Break(where, "文字与发布时不同" + differs, "the text is not what was published" + differs);
            case ENTRY -> new Proof.Break(where, "台账记录与发布时不同" + differs, "the entries are not those that were counted" + differs);
            case FIGURE -> new Proof.Break(where, "数字或状态与台账不符" + differs, "a figure is not what the ledger says" + differs);
        };
    }
}
