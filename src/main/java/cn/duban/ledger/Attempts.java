package cn.duban.ledger;

import cn.duban.ledger.Ledger.Done;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what was asked whole or not at all. Where somebody was faster it is decided once more, on what they left. */
final class Attempts {

    private final TransactionTemplate transaction;

    Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether it is done inside a caller's transaction, in which nothing can be asked once a statement failed. */
    static boolean joined() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Inside a caller's transaction there is one attempt: to begin anew is the caller's. */
    List<Done> at(Supplier<List<Done>> work) {
        if (joined()) return whole(work);
        try {
            return whole(work);
        } catch (Refusal.Refused refused) {
            if (refused.refusal() != Writer.FASTER) throw refused;
            return whole(work);
        }
    }

    private List<Done> whole(Supplier<List<Done>> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (PessimisticLockingFailureException waitedForEachOther) {
            throw Writer.FASTER.thrown();
        }
    }
}
