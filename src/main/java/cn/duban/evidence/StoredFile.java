package cn.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A kept file as Spring sends it, parts of it included: a recording is played from the middle without reading the start. */
class StoredFile extends AbstractResource {

    private final EvidenceFiles files;
    private final Receipt receipt;

    StoredFile(EvidenceFiles files, Receipt receipt) {
        this.files = files;
        this.receipt = receipt;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return files.open(receipt.id());
    }

    @Override
    public long contentLength() {
        return receipt.size();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "file " + receipt.id();
    }
}
