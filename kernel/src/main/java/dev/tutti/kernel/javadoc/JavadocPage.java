package dev.tutti.kernel.javadoc;

import dev.tutti.kernel.compile.ElementComment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page of one type. The tool has changed its HTML from Java 8 to 25: a member's anchor was a link before a list, then
 * one in the heading of a section, then the section itself; a class's description went from a {@code div} to a section.
 */
final class JavadocPage {

    private static final String DESCRIPTION = "section.class-description, section.description, div.description";

    private final Document page;

    private JavadocPage(Document page) {
        this.page = page;
    }

    static JavadocPage of(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        return new JavadocPage(page);
    }

    /** The comment of the type, or those of all members of a name. */
    List<ElementComment> comments(String type, Optional<String> member) {
        if (member.isEmpty()) {
            return Optional.ofNullable(page.selectFirst(DESCRIPTION)).stream()
                    .map(description -> new ElementComment(List.of(), CommentText.of(description)))
                    .toList();
        }
        String simple = type.substring(type.lastIndexOf('.') + 1);
        Pattern names = anchor(member.get().equals(simple) ? List.of("<init>", simple) : List.of(member.get()));
        Map<Element, List<String>> parameters = new LinkedHashMap<>(); // a generic method has a second anchor, erased
        for (Element anchor : page.select("[id], a[name]")) {
            Matcher name = names.matcher(anchor.hasAttr("id") ? anchor.id() : anchor.attr("name"));
            if (name.matches()) {
                member(anchor).ifPresent(described -> parameters.putIfAbsent(described, parameters(name)));
            }
        }
        return parameters.entrySet().stream()
                .map(one -> new ElementComment(one.getValue(), CommentText.of(one.getKey())))
                .toList();
    }

    /** {@code all(java.lang.Class,int...)}; up to Java 8 {@code all-java.lang.Class-int...-}; a field's is its name. */
    private static Pattern anchor(List<String> names) {
        String any = String.join("|", names.stream().map(Pattern::quote).toList());
        return Pattern.compile("(?:" + any + ")(?:\\((?<now>.*)\\)|-(?<before>.*)-)?");
    }

    private static List<String> parameters(Matcher anchor) {
        return Stream.concat(split(anchor.group("now"), ",").stream(), split(anchor.group("before"), "-").stream())
                .map(type -> type.replace(":A", "[]"))
                .toList();
    }

    /** @param text null for a part of the pattern that did not match */
    private static List<String> split(String text, String separator) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(separator));
    }

    private static Optional<Element> member(Element anchor) {
        Element section = anchor.closest("section.detail");
        return section != null
                ? Optional.of(section)
                : anchor.nextElementSiblings().stream()
                        .filter(next -> next.normalName().equals("ul"))
                        .findFirst();
    }
}
