package cn.duban.evidence;

import java.nio.charset.StandardCharsets;

/** Stands in for a preview: a sheet with the format and the size on it. Both are the house's own words, nothing uploaded. */
final class FileIcon {

    private FileIcon() {}

    static byte[] svg(FileFormat format, long size) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 150" width="120" height="150" font-family="sans-serif" text-anchor="middle">
                <path d="M10 4h70l30 30v112H10z" fill="#f4f6f8" stroke="#6b7785" stroke-width="2"/>
                <path d="M80 4v30h30" fill="none" stroke="#6b7785" stroke-width="2"/>
                <text x="60" y="92" font-size="26" font-weight="600" fill="#33404d">%s</text>
                <text x="60" y="122" font-size="15" fill="#4b5865">%s</text>
                </svg>
                """.formatted(format.name(), FileRow.size(size)).getBytes(StandardCharsets.UTF_8);
    }
}
