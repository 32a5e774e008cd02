package dev.tutti.kernel.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Types as the compiler tells them, written as one would: with simple names and the imports that these need. */
final class WrittenType {

    private static final Pattern QUALIFIED = Pattern.compile("(?:[\\p{Ll}_][\\w$]*\\.)+\\p{Lu}[\\w$]*");

    /** What no source can name: captured, anonymous and intersected types. */
    private static final Pattern UNNAMED = Pattern.compile("capture#|<anonymous|&|<null>|INT#");

    private final KnownTypes knownTypes;
    private final List<String> imports;
    private final SessionView session;

    /** @param ofCell imports of the cell itself */
    WrittenType(KnownTypes knownTypes, SessionView session, List<String> ofCell) {
        this.knownTypes = knownTypes;
        this.session = session;
        this.imports =
                Stream.concat(ofCell.stream(), session.imports().stream()).toList();
    }

    ExpressionType of(String type) {
        String plain = WrapperName.strip(type);
        Set<String> missing = new LinkedHashSet<>();
        Matcher names = QUALIFIED.matcher(plain);
        StringBuilder written = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(written, Matcher.quoteReplacement(name(names.group(), missing)));
        }
        names.appendTail(written);
        String text = written.toString().replaceAll(",(?=\\S)", ", ");
        boolean declarable = !UNNAMED.matcher(plain).find() && !text.equals("void");
        return new ExpressionType(text, declarable, List.copyOf(missing));
    }

    /** The simple name, unless it means another type already. */
    private String name(String qualified, Set<String> missing) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        String means = session.declaredType(simple).isPresent()
                ? simple
                : knownTypes
                        .resolve(simple, imports)
                        .map(TypeElement::getQualifiedName)
                        .map(Object::toString)
                        .orElse("");
        if (means.isEmpty()) {
            boolean another = missing.stream().anyMatch(other -> other.endsWith("." + simple));
            if (another) {
                return qualified;
            }
            missing.add(qualified);
            return simple;
        }
        return means.equals(qualified) ? simple : qualified;
    }
}
