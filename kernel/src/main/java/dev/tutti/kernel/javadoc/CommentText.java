package dev.tutti.kernel.javadoc;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the javadoc tool wrote about one element, as a comment with tags that says the same. */
final class CommentText {

    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern TAG_AT_START = Pattern.compile("(?m)^(\\s*)@");
    private static final Pattern DASH = Pattern.compile("^(\\s|&nbsp;)*[-–](\\s|&nbsp;)");

    /** What the page tells of the type's place among others, and what says only where to click. */
    private static final Set<String> LEFT_OUT = Set.of(
            "All Implemented Interfaces:",
            "All Known Implementing Classes:",
            "All Known Subinterfaces:",
            "All Superinterfaces:",
            "Direct Known Subclasses:",
            "Enclosing class:",
            "Enclosing interface:",
            "Functional Interface:",
            "Overrides:",
            "Specified by:");

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder tags = new StringBuilder();

    private CommentText() {}

    /** @param described the part of the page that is about the element */
    static String of(Element described) {
        CommentText text = new CommentText();
        for (Element block : described.select("div.block, div.deprecation-block, div.deprecationBlock")) {
            if (block.closest("dl") == null
                    && block.parents().select("div.deprecation-block").isEmpty()) {
                text.body.append("<p>").append(block.html()).append("</p>\n");
            }
        }
        String heading = "";
        for (Element item : described.select("dl > dt, dl > dd")) {
            if (item.normalName().equals("dt")) {
                heading = item.text();
            } else {
                text.note(heading, item);
            }
        }
        return (shielded(text.body.toString()) + text.tags).strip();
    }

    private void note(String heading, Element note) {
        switch (heading) {
            case "Parameters:", "Record Components:" -> named("@param %s", note);
            case "Type Parameters:" -> named("@param <%s>", note);
            case "Throws:" -> named("@throws %s", note);
            case "Returns:" -> tag("@return", note);
            case "Since:" -> tag("@since", note);
            case "Author:" -> tag("@author", note);
            case "Version:" -> tag("@version", note);
            case "API Note:" -> tag("@apiNote", note);
            case "Implementation Note:" -> tag("@implNote", note);
            case "Implementation Requirements:" -> tag("@implSpec", note);
            case "See Also:" -> {
                if (!note.text().matches("Constant Field Values|Serialized Form")) {
                    tags.append("@see <span>").append(line(note.html())).append("</span>\n");
                }
            }
            default -> {
                if (!LEFT_OUT.contains(heading)) {
                    body.append("<p><b>" + heading + "</b> " + note.html() + "</p>\n");
                }
            }
        }
    }

    /** {@code <code>trade</code> - who asks}. */
    private void named(String tag, Element note) {
        Element name = note.selectFirst("code");
        if (name != null) {
            name.remove();
            String text = DASH.matcher(line(note.html())).replaceFirst("");
            tags.append(tag.formatted(name.text())).append(' ').append(text).append('\n');
        }
    }

    private void tag(String tag, Element note) {
        tags.append(tag).append(' ').append(line(note.html())).append('\n');
    }

    private static String line(String html) {
        return shielded(
                html.contains("<pre") ? html : LINE_END.matcher(html.strip()).replaceAll(" "));
    }

    /** Without what would be a tag in a comment and is text here. */
    private static String shielded(String html) {
        return TAG_AT_START.matcher(html.replace("{@", "{&#64;")).replaceAll("$1&#64;");
    }
}
