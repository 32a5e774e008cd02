package dev.tutti.shell.help;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes HTML into a {@link Flow}: paragraphs, lists, code, simple tables; unknown elements count by their contents.
 */
final class HtmlText {

    private static final int STEP = 4;

    private final Flow flow;

    HtmlText(Flow flow) {
        this.flow = flow;
    }

    void write(String html) {
        write(Jsoup.parseBodyFragment(html).body(), TextStyle.PLAIN);
    }

    private void write(Element parent, TextStyle style) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                flow.words(text.getWholeText(), style);
            } else if (child instanceof Element element) {
                element(element, style);
            }
        }
    }

    private void element(Element element, TextStyle style) {
        switch (element.normalName()) {
            case "p", "div", "section", "blockquote" ->
                paragraph(element, style, element.normalName().equals("blockquote"));
            case "h1", "h2", "h3", "h4", "h5", "h6", "caption" -> {
                flow.endParagraph();
                write(element, TextStyle.HEADING);
                flow.endParagraph();
            }
            case "br" -> flow.endLine();
            case "hr" -> flow.endParagraph();
            case "pre" -> verbatim(element);
            case "ul" -> list(element, false);
            case "ol" -> list(element, true);
            case "dl" -> definitions(element);
            case "table" -> table(element);
            case "code", "tt", "kbd", "var", "samp" -> write(element, TextStyle.CODE);
            case "b", "strong" -> write(element, TextStyle.STRONG);
            case "i", "em", "cite", "dfn" -> write(element, TextStyle.EMPHASIS);
            case "sup" -> {
                flow.words("^", style);
                write(element, style);
            }
            case "script", "style" -> {}
            default -> write(element, style);
        }
    }

    private void paragraph(Element element, TextStyle style, boolean indented) {
        flow.endParagraph();
        flow.indent(indented ? STEP : 0);
        write(element, style);
        flow.indent(indented ? -STEP : 0);
        flow.endParagraph();
    }

    private void verbatim(Element element) {
        flow.endParagraph();
        flow.indent(STEP);
        element.wholeText()
                .stripTrailing()
                .stripIndent()
                .lines()
                .dropWhile(String::isBlank)
                .forEach(line -> flow.verbatim(line, TextStyle.CODE));
        flow.indent(-STEP);
        flow.endParagraph();
    }

    private void list(Element list, boolean numbered) {
        flow.endParagraph();
        flow.indent(STEP);
        int number = 1;
        for (Element item : list.children()) {
            flow.label(numbered ? number++ + ". " : "- ", TextStyle.DIM);
            write(item, TextStyle.PLAIN);
            flow.close();
        }
        flow.indent(-STEP);
        flow.endParagraph();
    }

    private void definitions(Element list) {
        flow.endParagraph();
        for (Element child : list.children()) {
            boolean term = child.normalName().equals("dt");
            flow.indent(term ? 0 : STEP);
            write(child, term ? TextStyle.STRONG : TextStyle.PLAIN);
            flow.close();
            flow.indent(term ? 0 : -STEP);
        }
        flow.endParagraph();
    }

    /** Columns side by side if that fits, else one row after the other as lists of cells. */
    private void table(Element table) {
        flow.endParagraph();
        table.select("caption").forEach(caption -> element(caption, TextStyle.HEADING));
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            rows.add(row.select("th, td").eachText());
        }
        int[] widths = widths(rows);
        int total = widths.length * 2 - 2;
        for (int width : widths) {
            total += width;
        }
        for (List<String> row : rows) {
            if (total > flow.room()) {
                flow.words(String.join(": ", row), TextStyle.PLAIN);
                flow.endLine();
            } else {
                flow.verbatim(aligned(row, widths), TextStyle.PLAIN);
            }
        }
        flow.endParagraph();
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            boolean last = i == row.size() - 1;
            line.append(cell).append(last ? "" : " ".repeat(widths[i] - cell.length() + 2));
        }
        return line.toString();
    }
}
