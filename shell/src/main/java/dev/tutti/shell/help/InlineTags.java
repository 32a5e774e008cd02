package dev.tutti.shell.help;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns inline Javadoc tags into HTML, so that one renderer does for both. Pure. */
final class InlineTags {

    private static final Pattern MARKDOWN_CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[([^\\]\\[]+)](?:\\[([^\\]\\[]+)])?");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]*>");

    private InlineTags() {}

    /** The text as HTML; a text with no HTML in it is taken for the Markdown of {@code ///} comments. */
    static String toHtml(String text) {
        boolean markdown = !HTML.matcher(text).find() && text.indexOf('`') >= 0;
        return expand(markdown ? fromMarkdown(text) : text);
    }

    private static String expand(String text) {
        StringBuilder html = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (!text.startsWith("{@", i)) {
                html.append(text.charAt(i++));
                continue;
            }
            int end = closing(text, i);
            html.append(tag(text.substring(i + 2, end)));
            i = Math.min(text.length(), end + 1);
        }
        return html.toString();
    }

    /** Where the brace that opens at an offset is closed; the end of the text if it is not. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String tag(String content) {
        int end = 0;
        while (end < content.length() && !Character.isWhitespace(content.charAt(end)) && content.charAt(end) != ':') {
            end++;
        }
        String name = content.substring(0, end);
        String text = content.substring(end);
        return switch (name) {
            case "code", "systemProperty", "value" -> "<code>" + escape(code(text)) + "</code>";
            case "literal" -> escape(text.strip());
            case "link" -> "<code>" + label(text.strip()) + "</code>";
            case "linkplain" -> label(text.strip());
            case "snippet" ->
                "<pre>" + escape(text.substring(text.indexOf(':') + 1).stripIndent()) + "</pre>";
            case "return" -> "Returns " + expand(text.strip()) + ".";
            case "summary" -> expand(text.strip());
            case "index" -> escape(text.strip().split("\\s+", 2)[0]);
            case "inheritDoc", "docRoot" -> "";
            default -> escape(text.strip());
        };
    }

    /** The text without the blank after the tag's name; code of several lines keeps its indentation. */
    private static String code(String text) {
        return text.indexOf('\n') < 0 ? text.strip() : text.stripTrailing().replaceFirst("^[ \\t]*\n|^[ \\t]", "");
    }

    /** The label of a link, or else its reference as one would write it in code. */
    static String label(String link) {
        int depth = 0;
        for (int i = 0; i < link.length(); i++) {
            char c = link.charAt(i);
            if (c == '(' || c == '<') {
                depth++;
            } else if (c == ')' || c == '>') {
                depth--;
            } else if (Character.isWhitespace(c) && depth <= 0) {
                return expand(link.substring(i).strip());
            }
        }
        return escape((link.startsWith("#") ? link.substring(1) : link).replace('#', '.'));
    }

    private static String fromMarkdown(String text) {
        String code = MARKDOWN_CODE
                .matcher(text.replace("&", "&amp;").replace("<", "&lt;"))
                .replaceAll("<code>$1</code>");
        String links = MARKDOWN_LINK
                .matcher(code)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null ? "<code>" + label(found.group(1)) + "</code>" : found.group(1)));
        StringBuilder html = new StringBuilder();
        boolean list = false;
        for (String line : links.lines().toList()) {
            boolean item = line.strip().startsWith("- ") || line.strip().startsWith("* ");
            if (item) {
                html.append(list ? "<li>" : "<ul><li>")
                        .append(line.strip().substring(2))
                        .append('\n');
            } else if (line.isBlank()) {
                html.append(list ? "</ul>" : "").append("<p>\n");
            } else {
                html.append(line).append('\n');
            }
            list = item || list && !line.isBlank();
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
