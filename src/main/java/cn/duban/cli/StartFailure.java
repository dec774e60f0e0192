package cn.duban.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells Spring Boot that a foreseen {@link Trouble} is one sentence on the error output and no more. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Trouble.of(failure).map(t -> new FailureAnalysis(t.sentence(), null, t.cause())).orElse(null);
    }

    @Override
    public void report(FailureAnalysis analysis) {
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        err.println(analysis.getAction() == null ? analysis.getDescription() : analysis.getDescription() + " " + analysis.getAction());
    }
}
