package cn.duban.similarity.meaning;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** The model bge-small-zh-v1.5, loaded once in a process, run by whoever asks on one thread that never spins. */
final class Encoder extends AbstractInProcessEmbeddingModel {

    /** Figures of two models, or of texts cut differently, are never compared. */
    static final String MODEL = "bge-small-zh-v1.5-q 0.36.2 " + Subject.READ + " once";

    private static final Object ONCE = new Object();
    private static volatile @org.jspecify.annotations.Nullable Encoder loaded;

    private final OnnxBertBiEncoder encoder;

    private Encoder(OnnxBertBiEncoder encoder) {
        super(Runnable::run);
        this.encoder = encoder;
    }

    /**
     * @param folder where the library for tokens unpacks what the machine runs
     * @throws LinkageError where there is no engine for this machine
     */
    static Encoder load(Path folder) throws IOException, OrtException {
        synchronized (ONCE) {
            var before = loaded;
            if (before != null) return before;
            quiet(folder);
            try (var model = resource("bge-small-zh-v1.5-q.onnx"); var tokens = resource("bge-small-zh-v1.5-q-tokenizer.json"); var options = new SessionOptions()) {
                var engine = OrtEnvironment.getEnvironment();
                engine.setTelemetry(false);
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                var fresh = new Encoder(new OnnxBertBiEncoder(engine, engine.createSession(model.readAllBytes(), options), tokens, PoolingMode.CLS));
                loaded = fresh;
                return fresh;
            }
        }
    }

    /** The library for tokens reports to its makers and fetches what it misses unless told not to. */
    private static void quiet(Path folder) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("DJL_CACHE_DIR", folder.toString());
        System.setProperty("ENGINE_CACHE_DIR", folder.toString());
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Encoder.class.getClassLoader().getResourceAsStream(name), name);
    }

    byte[] vector(String text) {
        return Vector.of(embed(text).content().vector());
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return Vector.FIGURES;
    }
}
