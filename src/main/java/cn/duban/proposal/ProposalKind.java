package cn.duban.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asks: the People's Congress or the CPPCC; each with the type of its matters, and that of what is promised to it. */
public enum ProposalKind {
    SUGGESTION("deputy-suggestion", "suggestion-promise"),
    PROPOSAL("cppcc-proposal", "proposal-promise");

    /** The ledger on which they all stand. */
    static final String LEDGER = "proposal";

    static final List<String> TYPES = Arrays.stream(values()).map(ProposalKind::type).toList();
    static final List<String> PROMISES = Arrays.stream(values()).map(ProposalKind::promise).toList();

    private final String type;
    private final String promise;

    ProposalKind(String type, String promise) {
        this.type = type;
        this.promise = promise;
    }

    public String type() {
        return type;
    }

    String promise() {
        return promise;
    }

    static Optional<ProposalKind> of(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
