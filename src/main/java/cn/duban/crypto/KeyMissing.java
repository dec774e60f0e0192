package cn.duban.crypto;

import java.nio.file.Path;

/** The key file is gone although something was sealed with it: to go on with a new key would lose that for good, quietly. */
public class KeyMissing extends RuntimeException {

    KeyMissing(Path file) {
        super(("密钥文件“%1$s”不见了，而数据库里已有用它加密的个人信息。请从备份中恢复这个文件后再启动；不要另建新的密钥文件。"
                + " / The key file %1$s is missing, but the database holds personal data sealed with it."
                + " Restore the file from its backup and start again; do not make a new one.").formatted(file));
    }
}
