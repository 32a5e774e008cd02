package dev.tutti.shell.help;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/**
 * Javadoc for a terminal: a comment's text (HTML or Markdown, with inline and block tags) as lines of a given width.
 * Whatever is in the comment, it is rendered somehow. Pure, any thread.
 */
public final class JavadocText {

    private static final int STEP = 4;

    /** Wider than any paragraph. */
    private static final int ONE_LINE = 1_000_000;

    private JavadocText() {}

    /**
     * The lines of a comment.
     *
     * @param comment as in source, without the comment's marks
     * @param columns how wide the lines may be; words and verbatim lines that are longer stay whole
     */
    public static List<StyledLine> render(String comment, int columns) {
        JavadocComment parts = JavadocComment.of(comment);
        Flow flow = new Flow(columns);
        HtmlText html = new HtmlText(flow);
        html.write(InlineTags.toHtml(parts.body()));
        String heading = "";
        for (JavadocComment.Block block : parts.blocks()) {
            String next = heading(block.tag());
            if (!next.equals(heading)) {
                flow.endParagraph();
                flow.words(next, TextStyle.HEADING);
                flow.endLine();
            }
            heading = next;
            block(flow, html, block);
        }
        return flow.lines();
    }

    /** The first sentence of a comment's text, on one line; of its return value if it has no other; else empty. */
    public static String firstSentence(String comment) {
        JavadocComment parts = JavadocComment.of(comment);
        String returned = parts.blocks().stream()
                .filter(block -> block.tag().equals("return"))
                .map(block -> "Returns " + block.text())
                .findFirst()
                .orElse("");
        Flow flow = new Flow(ONE_LINE);
        new HtmlText(flow).write(InlineTags.toHtml(parts.body().isBlank() ? returned : parts.body()));
        String paragraph = flow.lines().stream()
                .map(line -> line.text().strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(paragraph);
        return paragraph.substring(0, Math.max(0, sentences.following(0))).strip();
    }

    private static void block(Flow flow, HtmlText html, JavadocComment.Block block) {
        flow.indent(STEP);
        switch (block.tag()) {
            case "param", "throws", "exception" -> {
                String[] nameAndText = block.text().strip().split("\\s+", 2);
                flow.words(nameAndText[0], TextStyle.CODE);
                flow.words(nameAndText.length > 1 ? " – " : "", TextStyle.PLAIN);
                flow.indentWraps(STEP);
                html.write(InlineTags.toHtml(nameAndText.length > 1 ? nameAndText[1] : ""));
                flow.close();
                flow.indentWraps(-STEP);
            }
            case "see" -> {
                html.write(
                        isReference(block.text())
                                ? "<code>" + InlineTags.label(block.text().strip()) + "</code>"
                                : block.text());
                flow.close();
            }
            default -> {
                html.write(InlineTags.toHtml(block.text()));
                flow.close();
            }
        }
        flow.indent(-STEP);
    }

    private static boolean isReference(String see) {
        return !see.isBlank() && !see.strip().startsWith("<") && !see.strip().startsWith("\"");
    }

    private static String heading(String tag) {
        return switch (tag) {
            case "param" -> "Parameters:";
            case "return" -> "Returns:";
            case "throws", "exception" -> "Throws:";
            case "see" -> "See also:";
            case "since" -> "Since:";
            case "author" -> "Author:";
            case "version" -> "Version:";
            case "deprecated" -> "Deprecated:";
            case "apiNote" -> "API note:";
            case "implSpec" -> "Implementation requirements:";
            case "implNote" -> "Implementation note:";
            case "jls" -> "Java Language Specification:";
            case "jvms" -> "Java Virtual Machine Specification:";
            default -> Character.toUpperCase(tag.charAt(0)) + tag.substring(1) + ":";
        };
    }
}
